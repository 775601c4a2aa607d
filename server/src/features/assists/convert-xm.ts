/** Makes a config for xl of one that was a Python program for xm. */
import { message } from '../../text/message';
import { changeBetween } from '../../text/text-edit';
import { convertPython } from '../convert-xm';
import type { Assist, AssistOffer } from './assist';

export const convertXm: Assist = {
  id: 'convertXm',
  keepsDomain: false,
  *offer({ model, say }): Generator<AssistOffer> {
    const converted = convertPython(model, say);
    if (converted === undefined) return;
    const notes = converted.marked === 0 ? [] : [message('lines that need a decision: {count}', { count: String(converted.marked) })];
    yield { title: message('Convert the Python config to xl'), edits: [changeBetween(model.tree.text, converted.text)], notes };
  },
};
