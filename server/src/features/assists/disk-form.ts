/** Writes a disk with the names of its parameters, or without. */
import { toOtherForm } from '../../specs/disk/disk-form';
import { quoteOf, writeString } from '../../syntax/string-literal';
import { message } from '../../text/message';
import type { Assist, AssistOffer } from './assist';
import { stringAt } from './find-place';

export const diskForm: Assist = {
  id: 'diskForm',
  keepsDomain: true,
  *offer({ model: { tree, target }, place, setting }): Generator<AssistOffer> {
    const literal = setting?.name === 'disk' ? stringAt(setting, place.start) : undefined;
    if (literal === undefined || place.end > literal.range.end || setting?.value?.kind !== 'list') return;
    const other = toOtherForm(literal.value, target);
    const newText = other === undefined ? undefined : writeString(other.text, quoteOf(tree.text, literal.range));
    if (other === undefined || newText === undefined) return;
    const title = other.isNamed ? message('Write the disk as `key=value`') : message('Write the disk by position');
    yield { title, edits: [{ range: literal.range, newText }] };
  },
};
