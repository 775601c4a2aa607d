/** What xl's scanner and parser refuse, named by what a person did. */
import type { PlainKeyOf, WordingOf } from '../text/message';
import type { TextRange } from '../text/text-range';
import { CHARACTER_PROBLEMS } from './problems/characters';
import { FOREIGN_PROBLEMS } from './problems/foreign';
import { STATEMENT_PROBLEMS } from './problems/statements';

/** Everything that can be wrong with a text as such: for each code, which is the id of a rule too, what is said about it. */
export const SYNTAX_PROBLEMS = { ...CHARACTER_PROBLEMS, ...STATEMENT_PROBLEMS, ...FOREIGN_PROBLEMS };

export type SyntaxProblemCode = keyof typeof SYNTAX_PROBLEMS;

/** A problem of one of the codes, in one of its sentences. */
export type SyntaxProblemOf<Code extends SyntaxProblemCode> = {
  readonly [Each in Code]: WordingOf<(typeof SYNTAX_PROBLEMS)[Each]['messages'], never, string> & {
    readonly code: Each;
    /** What a person has to look at. */
    readonly range: TextRange;
  };
}[Code];

/** A text with placeholders is a template, of which nothing is said. */
interface TemplatePlaceholder {
  readonly code: 'template-placeholder';
  readonly message: 'default';
  readonly range: TextRange;
  readonly data: Readonly<Record<string, string>>;
}

/** A problem before it has a place in the order of things. */
export type ProblemClass = SyntaxProblemOf<SyntaxProblemCode> | TemplatePlaceholder;

export type SyntaxProblem = ProblemClass & {
  /** The one-based line where xl's parser stops. */
  readonly line: number;
  /** The line that xl itself prints: one less than `line` where the offending token is the line end. */
  readonly reportedLine: number;
};

/** Codes whose only sentence needs no words. */
type PlainCode = {
  [Code in SyntaxProblemCode]: 'default' extends PlainKeyOf<(typeof SYNTAX_PROBLEMS)[Code]['messages']> ? Code : never;
}[SyntaxProblemCode];

/** A problem that needs no words. */
export function plainProblem(code: PlainCode, range: TextRange): ProblemClass {
  return { code, message: 'default', range, data: {} };
}

/** Codes that xl passes over in silence: the text is accepted, and means something else than it says. */
export const ACCEPTED_BY_XL: ReadonlySet<string> = new Set<SyntaxProblemCode>(['escape-dropped']);
