/** The numbers of options (libxlu_cfg.c, xlu_cfg_get_bounded_long). */
import { parseCNumber } from '../c-text/c-number';
import type { Mismatch, Replacement, ValueProblem } from '../value-problem';
import { mismatchProblem } from './mismatch';
import type { PlacedText } from '../placed-text';

const BOOLEAN_WORDS: Readonly<Record<string, string>> = { yes: '1', true: '1', on: '1', no: '0', false: '0', off: '0' };
const UNITS: Readonly<Record<string, bigint>> = { '': 1n, m: 1n, mb: 1n, mib: 1n, g: 1024n, gb: 1024n, gib: 1024n };

/** Reads a text as xl's number readers do; yields what goes wrong and gives the number where there is one. */
export function* readNumber(atom: PlacedText, mismatch: Mismatch, unit?: string): Generator<ValueProblem, bigint | undefined> {
  if (atom.isAppended === true) {
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

function octalProblem(atom: PlacedText, value: bigint): ValueProblem {
  const written = atom.text.replace(/^([+-]?)0+/, '$1');
  const quoteMark = atom.isNumberToken === true ? '' : '"';
  const replacements = [
    { newText: `${quoteMark}${written}${quoteMark}`, isSafe: false },
    { newText: `${quoteMark}${value}${quoteMark}`, isSafe: true },
  ];
  return { code: 'octal-number', range: atom.range, message: 'octal', data: { text: atom.text, value: String(value) }, replacements };
}

/** What the author of a text that is not a number most likely meant. */
function suggestNumber(text: string, unit: string | undefined): readonly Replacement[] {
  const word = BOOLEAN_WORDS[text.trim().toLowerCase()];
  if (word !== undefined) return [{ newText: word, isSafe: false }];
  const sized = /^(\d{1,20})\s*([a-zA-Z]*)$/.exec(text.trim());
  const factor = UNITS[sized?.[2]?.toLowerCase() ?? '-'];
  if (sized?.[1] === undefined || factor === undefined || (factor !== 1n && unit !== 'MiB')) return [];
  return [{ newText: String(BigInt(sized[1]) * factor), isSafe: false }];
}
