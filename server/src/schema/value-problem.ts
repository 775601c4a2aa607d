/** What can be wrong with a value. */
import type { PlainKeyOf, WordingOf } from '../text/message';
import type { Stage } from '../text/problem';
import type { TextRange } from '../text/text-range';
import { DEVICES } from './problems/devices';
import { VALUES } from './problems/values';

/** What xl does with a value of the wrong kind: drop it with a warning, drop it silently, or stop. */
export type Mismatch = 'warned' | 'silent' | 'refused';

/**
 * Everything that can be wrong with a value: for each code, which is the id of a rule too, what is said about it, and
 * the sentences. Words in braces are filled in by the code that finds the problem; `{name}` is the option.
 */
export const VALUE_PROBLEMS = { ...VALUES, ...DEVICES };

export type ValueProblemCode = keyof typeof VALUE_PROBLEMS;

/** One sentence of a code with the words to put into it. */
export type Wording<Code extends ValueProblemCode> = WordingOf<(typeof VALUE_PROBLEMS)[Code]['messages'], 'name'>;

/** The sentences of a code that need no words but the `Known` ones. */
export type PlainKey<Code extends ValueProblemCode, Known extends string> = PlainKeyOf<
  (typeof VALUE_PROBLEMS)[Code]['messages'],
  Known | 'name'
>;

/** A problem of one code. */
export type ProblemOf<Code extends ValueProblemCode> = Wording<Code> & {
  readonly code: Code;
  readonly range: TextRange;
  readonly stage?: Stage;
  /** What the value could be replaced by, ready to insert at `range`. */
  readonly replacements?: readonly Replacement[];
};

/** Something that xl refuses, drops or takes for something else. */
export type ValueProblem = { readonly [Code in ValueProblemCode]: ProblemOf<Code> }[ValueProblemCode];

export interface Replacement {
  readonly newText: string;
  /** Whether the domain stays the same. */
  readonly isSafe: boolean;
}
