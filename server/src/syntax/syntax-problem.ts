/** What xl's scanner and parser refuse, named by what a person did. */
import type { TextRange } from '../text/text-range';

/** The codes share the id space of the rules: each has a rule that words it and a documentation page. */
export type SyntaxProblemCode =
  | 'bad-character'
  | 'byte-order-mark'
  | 'carriage-return'
  | 'comment-without-newline'
  | 'empty-list-item'
  | 'escape-dropped'
  | 'hex-escape'
  | 'invalid-name'
  | 'invalid-number'
  | 'line-continuation'
  | 'list-nesting-too-deep'
  | 'merge-conflict-marker'
  | 'missing-assignment'
  | 'missing-list-comma'
  | 'missing-statement-separator'
  | 'missing-value'
  | 'nul-byte'
  | 'octal-escape'
  | 'pasted-shell-text'
  | 'python-code'
  | 'semicolon-in-list'
  | 'template-placeholder'
  | 'typographic-quotes'
  | 'unexpected-text'
  | 'unknown-escape'
  | 'unquoted-value'
  | 'unterminated-list'
  | 'unterminated-string'
  | 'value-on-next-line';

/** A problem before it has a place in the order of things. */
export interface ProblemClass {
  readonly code: SyntaxProblemCode;
  readonly range: TextRange;
  readonly data: Readonly<Record<string, string>>;
}

export interface SyntaxProblem {
  readonly code: SyntaxProblemCode;
  /** What a person has to look at. */
  readonly range: TextRange;
  /** The words that the problem is about, for messages and fixes. */
  readonly data: Readonly<Record<string, string>>;
  /** The one-based line where xl's parser stops. */
  readonly line: number;
  /** The line that xl itself prints: one less than `line` where the offending token is the line end. */
  readonly reportedLine: number;
}

/** Codes that xl passes over in silence: the text is accepted, and means something else than it says. */
export const ACCEPTED_BY_XL: ReadonlySet<SyntaxProblemCode> = new Set<SyntaxProblemCode>(['escape-dropped']);
