/** Writes a disk with the names of its parameters, or without. */
import { toOtherForm } from '../../specs/disk/disk-form';
import { quoteOf, writeString } from '../../syntax/string-literal';
import { message } from '../../text/message';
import { rangesOverlap, type TextRange } from '../../text/text-range';
import type { ValidatedModel } from '../../validation/validate';
import type { Assist, AssistOffer } from './assist';
import { stringAt } from './find-place';

export const diskForm: Assist = {
  id: 'diskForm',
  keepsDomain: true,
  *offer({ model, place, setting }): Generator<AssistOffer> {
    const { tree, target } = model;
    const literal = setting?.name === 'disk' && setting.value?.kind === 'list' ? stringAt(setting, place.start) : undefined;
    if (literal === undefined || place.end > literal.range.end || isRefused(model, literal.range)) return;
    const other = toOtherForm(literal.value, target);
    const newText = other === undefined ? undefined : writeString(other.text, quoteOf(tree.text, literal.range));
    if (other === undefined || newText === undefined) return;
    const title = other.isNamed ? message('Write the disk as `key=value`') : message('Write the disk by position');
    yield { title, edits: [{ range: literal.range, newText }] };
  },
};

/** What xl refuses has no meaning that could be kept. */
function isRefused({ valueProblems }: ValidatedModel, range: TextRange): boolean {
  return valueProblems.some(({ problem }) => problem.stage !== undefined && rangesOverlap(problem.range, range));
}
