/** What is said of a value of the wrong kind. */
import { message, type Message } from '../../text/message';
import type { TextRange } from '../../text/text-range';
import type { Mismatch, Replacement, ValueProblem, Wording } from '../value-problem';
import type { ListValue } from '../xl-value';

/** What xl does with a value of the wrong kind. */
export const EFFECTS: Readonly<Record<Mismatch, Message>> = {
  warned: message('xl warns and ignores it'),
  silent: message('xl ignores it silently'),
  refused: message('xl refuses the file'),
};

/**
 * The problem of a value that xl cannot take at all, as a finding of the strength that fits.
 * @param word the sentence, given what xl does
 */
export function mismatchProblem(
  mismatch: Mismatch = 'warned',
  word: (effect: Message) => Wording<'wrong-value-type'>,
  { range }: { readonly range: TextRange },
  replacements: readonly Replacement[] = [],
): ValueProblem {
  const wording = word(EFFECTS[mismatch]);
  if (mismatch === 'refused') return { code: 'refused-value-type', range, ...wording, replacements, stage: 'parse' };
  return { code: 'wrong-value-type', range, ...wording, replacements };
}

/** The only text of a list, in its place. */
export function unwrapList({ items }: ListValue): readonly Replacement[] {
  const [only] = items;
  if (items.length !== 1 || only?.kind !== 'atom') return [];
  return [{ newText: quote(only.text), isSafe: false }];
}

/** Writes a text as an xl string literal. */
export function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
