/** Rules that word what a value type found. */
import type { SettingProblem } from '../model/domain-model';
import type { ValueProblemCode } from '../schema/value-problem';
import { defineRule, type Fix, type Report, type Rule, type RuleMeta } from './rule';

/** Declares the rule that reports the value problems of one code; its messages are those that the value types name. */
export function defineValueRule(rule: { readonly meta: RuleMeta & { readonly id: ValueProblemCode } }): Rule {
  return defineRule({
    meta: rule.meta,
    *check({ model }) {
      for (const each of model.valueProblems) {
        if (each.problem.code === rule.meta.id) yield toReport(each);
      }
    },
  });
}

function toReport({ setting, problem }: SettingProblem): Report {
  const { message, range, stage } = problem;
  const data = { name: setting.name, ...problem.data };
  return { message, range, data, fixes: toFixes(problem), ...(stage === undefined ? {} : { stage }) };
}

function toFixes({ range, replacements }: SettingProblem['problem']): readonly Fix[] {
  return (replacements ?? []).map(({ newText, isSafe }) => ({
    title: `Write \`${newText}\``,
    safety: isSafe ? 'safe' : 'review',
    edits: [{ range, newText }],
  }));
}
