/** The rules that say what the parser and the value types found: one a kind of problem, in the words of its declaration. */
import { type ValueProblem, VALUE_PROBLEMS } from '../schema/value-problem';
import type { XenVersion } from '../schema/xen-version';
import { type SyntaxProblemCode, type SyntaxProblemOf, SYNTAX_PROBLEMS } from '../syntax/syntax-problem';
import { message } from '../text/message';
import type { Fix, ProblemDeclaration } from '../text/problem';
import { SYNTAX_REPAIRS } from './fixes/syntax-repairs';
import { CONFIGS_AND_TEMPLATES, type Report, type Rule, type RuleContext } from './rule';
import { EVERY_KIND } from '../schema/config-kind';

/** A declaration whose releases the compiler has looked at. */
type Declaration = ProblemDeclaration & { readonly since?: XenVersion; readonly until?: XenVersion };

/** Of a template, what is another language may be that of the engine, and who knows what comes last. */
const OF_WHOLE_FILES: ReadonlySet<string> = new Set<SyntaxProblemCode>(['python-code', 'pasted-shell-text', 'comment-without-newline']);

export const PROBLEM_RULES: readonly Rule[] = [
  ...rulesOf(SYNTAX_PROBLEMS, function* (code, { model: { tree } }, { onceAFile = [] }) {
    for (const problem of tree.problems) {
      if (problem.code === 'template-placeholder' || problem.code !== code) continue;
      const { message, range, data } = problem;
      yield { message, range, data, fixes: repair(problem, tree.text) };
      if (onceAFile.includes(message)) return;
    }
  }),
  ...rulesOf(VALUE_PROBLEMS, function* (code, { model }, { onceAFile = [] }) {
    const found = model.valueProblems.filter(({ problem }) => problem.code === code);
    const said = new Set<string>();
    for (const { setting, problem } of found) {
      const { message, range, stage } = problem;
      if (said.has(message)) continue;
      if (onceAFile.includes(message)) said.add(message);
      const same = said.has(message) ? found.map((each) => each.problem).filter((each) => each.message === message) : [problem];
      const data = { name: setting.name, ...problem.data };
      yield { message, range, data, ...toFixesAndPlaces(same), ...(stage === undefined ? {} : { stage }) };
    }
  }),
];

function rulesOf(
  declarations: Readonly<Record<string, Declaration>>,
  find: (code: string, context: RuleContext, declaration: Declaration) => Iterable<Report>,
): readonly Rule[] {
  return Object.entries(declarations).map(([id, declaration]) => ({
    meta: {
      ...declaration,
      id,
      isAboutProblem: true,
      kinds: EVERY_KIND,
      ...(OF_WHOLE_FILES.has(id) ? {} : { fileKinds: CONFIGS_AND_TEMPLATES }),
    },
    check: (context) => find(id, context, declaration),
  }));
}

/** What repairs a problem, and those that it stands for at once. */
function toFixesAndPlaces(same: readonly ValueProblem[]): Pick<Report, 'fixes' | 'related'> {
  const [first, ...others] = same;
  const related = others.map(({ range }) => ({ range, message: message('The same here') }));
  if (others.length === 0) return { fixes: first === undefined ? [] : toFixes(first), related };
  const repairs = same.flatMap((problem) => toFixes(problem).slice(0, 1));
  const safety = repairs.every((each) => each.safety === 'safe') ? 'safe' : 'review';
  const title = message('Rewrite all {count}', { count: String(repairs.length) });
  return { fixes: repairs.length === 0 ? [] : [{ title, safety, edits: repairs.flatMap(({ edits }) => edits) }], related };
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
