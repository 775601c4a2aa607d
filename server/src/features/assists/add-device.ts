/** Makes devices of lines that were pasted into a config as they were printed. */
import { firstIndex } from '../../text/binary-search';
import { findLineEnd, findLineStart } from '../../text/line-index';
import { textRange } from '../../text/text-range';
import { offerDevices } from '../paste/offer-devices';
import type { Assist, AssistOffer } from './assist';

export const addDevice: Assist = {
  id: 'addDevice',
  keepsDomain: false,
  *offer({ model, place }): Generator<AssistOffer> {
    const { tree, settings } = model;
    const lines = textRange(findLineStart(tree.text, place.start), findLineEnd(tree.text, place.end));
    const next = settings[firstIndex(settings, ({ range }) => lines.start <= range.end)];
    if (next !== undefined && next.range.start <= lines.end) return;
    const offer = offerDevices(model, tree.text.slice(lines.start, lines.end), lines);
    if (offer === undefined) return;
    // What goes away leaves no empty line.
    const whole = textRange(lines.start, Math.min(lines.end + 1, tree.text.length));
    yield { ...offer, edits: offer.edits.map((edit) => (edit.newText === '' ? { ...edit, range: whole } : edit)) };
  },
};
