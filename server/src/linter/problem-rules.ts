/** The rules that say what the parser and the value types found: one a kind of problem, in the words of its declaration. */
import { type ValueProblem, VALUE_PROBLEMS } from '../schema/value-problem';
import type { XenVersion } from '../schema/xen-version';
import { type SyntaxProblemCode, type SyntaxProblemOf, SYNTAX_PROBLEMS } from '../syntax/syntax-problem';
import { message } from '../text/message';
import type { Fix, ProblemDeclaration } from '../text/problem';
import { SYNTAX_REPAIRS } from './fixes/syntax-repairs';
import type { Report, Rule, RuleContext } from './rule';

/** A declaration whose releases the compiler has looked at. */
type Declaration = ProblemDeclaration & { readonly since?: XenVersion; readonly until?: XenVersion };

/** Problems that are the same all over a file, so that the first stands for all of them. */
const ONCE_A_FILE: ReadonlySet<string> = new Set<SyntaxProblemCode>(['carriage-return']);

export const PROBLEM_RULES: readonly Rule[] = [
  ...rulesOf(SYNTAX_PROBLEMS, function* (code, { model: { tree } }) {
    for (const problem of tree.problems) {
      if (problem.code === 'template-placeholder' || problem.code !== code) continue;
      const { message, range, data } = problem;
      yield { message, range, data, fixes: repair(problem, tree.text) };
      if (ONCE_A_FILE.has(code)) return;
    }
  }),
  ...rulesOf(VALUE_PROBLEMS, function* (code, { model }) {
    for (const { setting, problem } of model.valueProblems) {
      if (problem.code !== code) continue;
      const { message, range, stage } = problem;
      const data = { name: setting.name, ...problem.data };
      yield { message, range, data, fixes: toFixes(problem), ...(stage === undefined ? {} : { stage }) };
    }
  }),
];

function rulesOf(
  declarations: Readonly<Record<string, Declaration>>,
  find: (code: string, context: RuleContext) => Iterable<Report>,
): readonly Rule[] {
  return Object.entries(declarations).map(([id, declaration]) => ({ meta: { ...declaration, id }, check: (context) => find(id, context) }));
}

function repair<Code extends SyntaxProblemCode>(problem: SyntaxProblemOf<Code>, text: string): readonly Fix[] {
  return SYNTAX_REPAIRS[problem.code]?.(problem, text) ?? [];
}

function toFixes({ range, replacements }: ValueProblem): readonly Fix[] {
  return (replacements ?? []).map(({ newText, isSafe }) => ({
    title: newText === '' ? message('Remove it') : message('Write `{newText}`', { newText }),
    safety: isSafe ? 'safe' : 'review',
    edits: [{ range, newText }],
  }));
}
