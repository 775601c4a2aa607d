/** Gives network interfaces a fixed address. */
import { valueOf } from '../../specs/key-value';
import { splitFields } from '../../schema/c-text/fields';
import { freshMacs } from '../../model/queries/fresh-macs';
import type { DomainModel } from '../../model/domain-model';
import type { StringLiteral } from '../../syntax/nodes';
import { message } from '../../text/message';
import type { TextEdit } from '../../text/text-edit';
import { textRange } from '../../text/text-range';
import type { Assist, AssistOffer } from './assist';
import { stringAt } from './find-place';

export const fillMacs: Assist = {
  id: 'fillMacs',
  keepsDomain: false,
  *offer({ model, place, setting }): Generator<AssistOffer> {
    if (setting?.name !== 'vif' || setting.assignment.value.kind !== 'list') return;
    const all = setting.assignment.value.items.filter((item) => item.kind === 'string').filter(lacksAddress);
    const here = stringAt(setting, place.start);
    const notes = [message('The guest sees a new network card once, and the same one from then on')];
    if (here !== undefined && all.includes(here)) {
      yield { title: message('Set a fixed MAC address'), edits: fill([here], model), notes };
    }
    if (all.length > (here === undefined ? 0 : 1)) {
      yield { title: message('Set fixed MAC addresses for all interfaces'), edits: fill(all, model), notes };
    }
  },
};

function lacksAddress({ value }: StringLiteral): boolean {
  return valueOf(splitFields(value), 'mac') === undefined;
}

function fill(items: readonly StringLiteral[], model: DomainModel): readonly TextEdit[] {
  const addresses = freshMacs(model);
  return items.map(({ range, value }) => {
    const separator = value.trim() === '' ? '' : value.includes(', ') ? ', ' : ',';
    const start = range.start + 1;
    return { range: textRange(start, start), newText: `mac=${addresses.next().value}${separator}` };
  });
}
