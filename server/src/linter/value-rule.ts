/** Rules that word what a value type found. */
import type { SettingProblem } from '../model/domain-model';
import { VALUE_PROBLEMS, type ValueProblemCode } from '../schema/value-problem';
import type { Fix, Report, Rule, RuleMeta } from './rule';

/** Declares the rule that reports the value problems of one code, in the sentences of the catalogue. */
export function defineValueRule(rule: { readonly meta: Omit<RuleMeta, 'messages'> & { readonly id: ValueProblemCode } }): Rule {
  return {
    meta: { ...rule.meta, messages: VALUE_PROBLEMS[rule.meta.id] },
    *check({ model }) {
      for (const each of model.valueProblems) {
        if (each.problem.code === rule.meta.id) yield toReport(each);
      }
    },
  };
}

function toReport({ setting, problem }: SettingProblem): Report {
  const { message, range, stage } = problem;
  const data = { name: setting.name, ...problem.data };
  return { message, range, data, fixes: toFixes(problem), ...(stage === undefined ? {} : { stage }) };
}

function toFixes({ range, replacements }: SettingProblem['problem']): readonly Fix[] {
  return (replacements ?? []).map(({ newText, isSafe }) => ({
    title: newText === '' ? 'Remove it' : `Write \`${newText}\``,
    safety: isSafe ? 'safe' : 'review',
    edits: [{ range, newText }],
  }));
}
