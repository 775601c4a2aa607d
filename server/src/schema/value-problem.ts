/** What can be wrong with a value. */
import type { TextRange } from '../text/text-range';

/** What xl does with a value of the wrong kind: drop it with a warning, drop it without a word, or stop. */
export type Mismatch = 'warned' | 'silent' | 'refused';

/** When a domain fails: xl refuses the file, libxl refuses the domain, the guest does not start, it cannot move. */
export type Stage = 'parse' | 'create' | 'boot' | 'migrate';

export type ValueProblemCode =
  | 'add-assign-number'
  | 'deprecated-device-form'
  | 'deprecated-value-form'
  | 'empty-device-field'
  | 'ignored-device-key'
  | 'lost-device-fields'
  | 'malformed-device'
  | 'misread-device-value'
  | 'missing-device-key'
  | 'nested-list-item'
  | 'number-cut-off'
  | 'octal-number'
  | 'prefix-match'
  | 'refused-device-value'
  | 'refused-nested-list'
  | 'refused-value'
  | 'refused-value-type'
  | 'unknown-device-key'
  | 'unusual-value'
  | 'value-out-of-range'
  | 'value-too-new'
  | 'wrong-value-type';

/** Something that xl refuses, drops or takes for something else. Each code has the rule of the same name. */
export interface ValueProblem {
  readonly code: ValueProblemCode;
  readonly range: TextRange;
  /** Which sentence of the rule fits, and the words to put into it. */
  readonly message: string;
  readonly data: Readonly<Record<string, string>>;
  readonly stage?: Stage;
  /** What the value could be replaced by, ready to insert at `range`. */
  readonly replacements?: readonly Replacement[];
}

export interface Replacement {
  readonly newText: string;
  /** Whether the domain stays the same. */
  readonly isSafe: boolean;
}
