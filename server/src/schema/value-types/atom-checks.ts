/** What every reader of a single value has in common: its refusal of lists, and the reading of numbers. */
import { message, type Message } from '../../text/message';
import type { AtomValue, XlValue } from '../xl-value';
import { parseCNumber } from './c-number';
import type { Mismatch, Replacement, ValueProblem, Wording } from '../value-problem';

/** What xl does with a value of the wrong kind. */
export const EFFECTS: Readonly<Record<Mismatch, Message>> = {
  warned: message('xl warns and ignores it'),
  silent: message('xl ignores it without a word'),
  refused: message('xl refuses the file'),
};

/**
 * The problem of a value that xl cannot take at all, as a finding of the strength that fits.
 * @param word the sentence, given what xl does
 */
export function mismatchProblem(
  mismatch: Mismatch,
  word: (effect: Message) => Wording<'wrong-value-type'>,
  { range }: XlValue,
  replacements: readonly Replacement[] = [],
): ValueProblem {
  const wording = word(EFFECTS[mismatch]);
  if (mismatch === 'refused') return { code: 'refused-value-type', range, ...wording, replacements, stage: 'parse' };
  return { code: 'wrong-value-type', range, ...wording, replacements };
}

/** The single value, or undefined and a problem when it is a list. */
export function* requireAtom(value: XlValue, mismatch: Mismatch): Generator<ValueProblem, AtomValue | undefined> {
  if (value.kind === 'atom') return value;
  yield mismatchProblem(mismatch, (effect) => ({ message: 'listForAtom', data: { effect } }), value, unwrapList(value.items));
  return undefined;
}

function unwrapList(items: readonly XlValue[]): readonly Replacement[] {
  const [only] = items;
  if (items.length !== 1 || only?.kind !== 'atom') return [];
  return [{ newText: quote(only.text), isSafe: false }];
}

const BOOLEAN_WORDS: Readonly<Record<string, string>> = { yes: '1', true: '1', on: '1', no: '0', false: '0', off: '0' };
const UNITS: Readonly<Record<string, bigint>> = { '': 1n, m: 1n, mb: 1n, mib: 1n, g: 1024n, gb: 1024n, gib: 1024n };

/** Reads the value as xl's number readers do; yields what goes wrong and gives the number where there is one. */
export function* readNumber(value: XlValue, mismatch: Mismatch, unit?: string): Generator<ValueProblem, bigint | undefined> {
  const atom = yield* requireAtom(value, mismatch);
  if (atom === undefined) return undefined;
  if (atom.isAppended) {
    if (mismatch === 'refused') yield mismatchProblem(mismatch, (effect) => ({ message: 'appendedNumber', data: { effect } }), atom);
    else yield { code: 'add-assign-number', range: atom.range, message: 'dropped', data: {} };
    return undefined;
  }
  const number = parseCNumber(atom.text);
  if (number.kind === 'overflow') {
    yield mismatchProblem(mismatch, (effect) => ({ message: 'numberTooLong', data: { text: atom.text, effect } }), atom);
    return undefined;
  }
  if (number.kind === 'invalid') {
    yield mismatchProblem(
      mismatch,
      (effect) => ({ message: 'notANumber', data: { text: atom.text, effect } }),
      atom,
      suggestNumber(atom.text, unit),
    );
    return undefined;
  }
  if (number.isOctal && number.value > 7n) yield octalProblem(atom, number.value);
  return number.value;
}

function octalProblem(atom: AtomValue, value: bigint): ValueProblem {
  const written = atom.text.replace(/^([+-]?)0+/, '$1');
  const quoteMark = atom.isNumberToken ? '' : '"';
  const replacements = [
    { newText: `${quoteMark}${written}${quoteMark}`, isSafe: false },
    { newText: `${quoteMark}${value}${quoteMark}`, isSafe: true },
  ];
  return { code: 'octal-number', range: atom.range, message: 'octal', data: { text: atom.text, value: String(value) }, replacements };
}

/** What the author of a text that is no number most likely meant. */
function suggestNumber(text: string, unit: string | undefined): readonly Replacement[] {
  const word = BOOLEAN_WORDS[text.trim().toLowerCase()];
  if (word !== undefined) return [{ newText: word, isSafe: false }];
  const sized = /^(\d{1,20})\s*([a-zA-Z]*)$/.exec(text.trim());
  const factor = UNITS[sized?.[2]?.toLowerCase() ?? '-'];
  if (sized?.[1] === undefined || factor === undefined || (factor !== 1n && unit !== 'MiB')) return [];
  return [{ newText: String(BigInt(sized[1]) * factor), isSafe: false }];
}

/** Writes a text as an xl string literal. */
export function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
