/** The contract of a kind of value: an object that can check, describe and suggest. */
import type { Message, Word } from '../../text/message';
import type { Spec } from '../spec';
import type { Target } from '../target';
import type { Suggestion, ValueContext } from '../value-context';
import type { ValueProblem } from '../value-problem';
import type { XlValue } from '../xl-value';

export interface ValueType {
  /** Name of the kind, for machine-readable output. */
  readonly kind: string;
  /** How the value is written: one value, a list, or either. */
  readonly shape: 'atom' | 'list' | 'either';
  /** The language inside the strings of the value, where there is one. */
  readonly spec?: Spec;
  check(value: XlValue, context: ValueContext): Iterable<ValueProblem>;
  /** One phrase that says what can be written, in Markdown. */
  describe(target: Target): Message;
  suggest(context: ValueContext): readonly Suggestion[];
  /** How xl reads a value that it takes, in a few words; undefined where there is nothing to add to the text. */
  explain(value: XlValue, context: ValueContext): Word | undefined;
}
