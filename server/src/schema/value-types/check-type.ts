/** Asks a kind of value about the value of an option, whatever shape both have. */
import type { Word } from '../../text/message';
import { textRange } from '../../text/text-range';
import type { ValueContext } from '../value-context';
import type { ValueProblem } from '../value-problem';
import type { AtomValue, XlValue } from '../xl-value';
import { mismatchProblem, unwrapList } from './mismatch';
import type { ValueType } from './value-type';
import type { PlacedText } from '../placed-text';

/** What xl refuses, drops or misreads in a value, but for what the language inside its strings says. */
export function* checkType(type: ValueType, value: XlValue, context: ValueContext): Generator<ValueProblem> {
  if (type.shape !== 'atom') yield* type.check(value, context);
  else if (value.kind === 'atom') yield* type.check(placeAtom(value), context);
  else
    yield mismatchProblem(type.mismatch?.(context), (effect) => ({ message: 'listForAtom', data: { effect } }), value, unwrapList(value));
}

/** How xl reads a value that it takes, in a few words; undefined where there is nothing to add to the text. */
export function explainValue(type: ValueType, value: XlValue, context: ValueContext): Word | undefined {
  if (type.shape !== 'atom') return type.explain?.(value, context);
  return value.kind === 'atom' ? type.explain?.(placeAtom(value), context) : undefined;
}

/** The text of a value with its place. */
export function placeAtom({ text, range, origin, isNumberToken, isAppended }: AtomValue): PlacedText {
  return { text, range, isNumberToken, isAppended, rangeOf: ({ start, end }) => origin.toDocument(textRange(start, end)) };
}
