/** Makes devices of a text: what the config becomes with them. */
import type { ValidatedModel } from '../../validation/validate';
import { findLineEnd, findLineStart } from '../../text/line-index';
import { message, type Message } from '../../text/message';
import type { TextEdit } from '../../text/text-edit';
import { type TextRange, textRange } from '../../text/text-range';
import { addItems } from './add-items';
import { recogniseDevices } from './recognise';
import { writeDevices } from './write-device';
import { describesDomain } from '../../validation/validate';

export interface DeviceOffer {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
}

/**
 * Adds the devices that a text is about; nothing where it is about none.
 * @param place goes away; what has no list yet gets one there, if it has its lines for itself
 */
export function offerDevices(model: ValidatedModel, text: string, place: TextRange): DeviceOffer | undefined {
  const devices = describesDomain(model) ? recogniseDevices(text) : [];
  const items = devices.length === 0 ? undefined : writeDevices(devices, model);
  const added = items === undefined ? undefined : addItems(model, items);
  if (items === undefined || added === undefined) return undefined;
  const options = [...new Set(items.map(({ option }) => `\`${option}\``))].join(', ');
  return {
    title: message('Add to {options}', { options }),
    edits: [...added.edits, ...placeStatements(model.tree.text, added.statements, place)],
  };
}

function placeStatements(text: string, statements: readonly string[], place: TextRange): readonly TextEdit[] {
  const lines = statements.join('\n');
  const [start, end] = [findLineStart(text, place.start), findLineEnd(text, place.end)];
  const isAlone = text.slice(start, place.start).trim() === '' && text.slice(place.end, end).trim() === '';
  if (lines !== '' && isAlone) return [{ range: place, newText: lines }];
  const removed = place.start === place.end ? [] : [{ range: place, newText: '' }];
  if (lines === '') return removed;
  const before = text === '' || text.endsWith('\n') ? '' : '\n';
  return [...removed, { range: textRange(text.length, text.length), newText: `${before}${lines}\n` }];
}
