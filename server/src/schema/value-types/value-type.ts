/** The contracts of kinds of values: of texts, wherever they stand, and of lists. */
import type { Json } from '../../text/json';
import type { Message, Word } from '../../text/message';
import type { TextRange } from '../../text/text-range';
import type { Spec } from '../spec';
import type { Target } from '../target';
import type { Suggestion, ValueContext } from '../value-context';
import type { XenVersion } from '../xen-version';
import type { Mismatch, ValueProblem } from '../value-problem';
import type { XlValue } from '../xl-value';

/** A text with its place in the document: the value of an option, or of a key inside of a device string. */
export interface PlacedText {
  readonly text: string;
  /** The whole of it, with its quotes where it has some. */
  readonly range: TextRange;
  /** The place of a part, given in offsets of the text. */
  rangeOf(part: { readonly start: number; readonly end: number }): TextRange;
  /** Written without quotes. */
  readonly isNumberToken?: boolean;
  /** Put together by `+=`, which number readers of options refuse. */
  readonly isAppended?: boolean;
}

/** One text of a set. */
export interface ChoiceValue {
  readonly value: string;
  /** A text, which is translated where it is shown. */
  readonly detail?: string;
  readonly since?: XenVersion;
  readonly removed?: XenVersion;
}

/** What the meaning of a text depends on. */
export interface TextContext extends ValueContext {
  /** The key of a device string that has the text; undefined where it is the value of an option. */
  readonly key?: string;
}

interface CommonType {
  /** Name of the kind, for machine-readable output. */
  readonly kind: string;
  /** The language inside the strings of the value, where there is one. */
  readonly spec?: Spec;
  /**
   * One phrase that says what can be written, in Markdown.
   * @param isInString inside of a device string, where nothing has quotes of its own
   */
  describe(target: Target, isInString?: boolean): Message;
  suggest(context: ValueContext): readonly Suggestion[];
}

/** A kind of text. */
export interface TextType extends CommonType {
  readonly shape: 'atom';
  /** All texts that there are, of kinds that have only some. */
  readonly values?: readonly ChoiceValue[];
  /** A key that stands alone, without a text. */
  readonly isFlag?: true;
  /** What xl does with a list in its place, and with a text that is none of its kind; a warning where nothing is said. */
  mismatch?(context: ValueContext): Mismatch;
  check(text: PlacedText, context: TextContext): Iterable<ValueProblem>;
  /** How xl reads a text that it takes, in a few words; undefined where there is nothing to add to the text. */
  explain?(text: PlacedText, context: ValueContext): Word | undefined;
  /** What a key's field becomes; an object stands for several fields. Without it the text goes nowhere. */
  read?(text: string): Json | undefined;
}

/** A kind of list, or of a value that can be either. */
export interface ListType extends CommonType {
  readonly shape: 'list' | 'either';
  check(value: XlValue, context: ValueContext): Iterable<ValueProblem>;
  explain?(value: XlValue, context: ValueContext): Word | undefined;
}

export type ValueType = TextType | ListType;
