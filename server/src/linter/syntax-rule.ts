/** Rules that word a problem of the parser. */
import type { SyntaxProblem, SyntaxProblemCode } from '../syntax/syntax-problem';
import type { Templates } from '../text/message';
import type { Fix, Rule, RuleMeta } from './rule';

interface SyntaxRule<Set extends Templates> {
  readonly meta: Omit<RuleMeta<Set>, 'id' | 'category' | 'severity'> & { readonly id: SyntaxProblemCode; readonly severity?: 'warning' };
  /** Chooses the message, where there are several; else it is `default`. */
  readonly choose?: (problem: SyntaxProblem) => keyof NoInfer<Set> & string;
  /** One report stands for all of them, as for line ends. */
  readonly isPerFile?: true;
  readonly fix?: (problem: SyntaxProblem, text: string) => readonly Fix[];
}

/** Declares the rule that reports the syntax problems of one code: errors of the parse stage, unless xl accepts them. */
export function defineSyntaxRule<const Set extends Templates & { readonly default: string }>({
  meta,
  choose,
  fix,
  isPerFile,
}: SyntaxRule<Set>): Rule {
  const severity = meta.severity ?? 'error';
  const stage = severity === 'error' ? { stage: 'parse' as const } : {};
  return {
    meta: { ...stage, ...meta, category: 'correctness', severity },
    *check({ model }) {
      for (const problem of model.tree.problems) {
        if (problem.code !== meta.id) continue;
        const message = choose?.(problem) ?? 'default';
        yield { message, range: problem.range, data: problem.data, fixes: fix?.(problem, model.tree.text) ?? [] };
        if (isPerFile === true) return;
      }
    },
  };
}
