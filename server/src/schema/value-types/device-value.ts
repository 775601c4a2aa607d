/** What is said of a text inside a device string. */
import type { Message } from '../../text/message';
import type { ValueProblem, Wording } from '../value-problem';
import type { PlacedText } from '../placed-text';

/** A text that does not have the form that xl insists on. */
export function refusedForm({ text, range }: Pick<PlacedText, 'text' | 'range'>, form: Message): ValueProblem {
  return { code: 'refused-device-value', range, message: 'form', data: { text, form }, stage: 'parse' };
}

/** A text that xl takes for something else. */
export function misread({ range }: Pick<PlacedText, 'range'>, wording: Wording<'misread-device-value'>): ValueProblem {
  return { code: 'misread-device-value', range, ...wording };
}
