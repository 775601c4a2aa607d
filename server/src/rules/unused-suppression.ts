import { message } from '../text/message';
import { defineRule, type Fix } from '../linter/rule';
import { EVERY_KIND } from '../schema/config-kind';

export default defineRule({
  meta: {
    id: 'unused-suppression',
    summary: 'Reports a suppression that suppresses nothing.',
    rationale: 'It is left over from a problem that was solved, and would hide the next one.',
    category: 'style',
    severity: 'warning',
    fixable: 'always',
    kinds: EVERY_KIND,
    fileKinds: ['config', 'python'],
    isLast: true,
    tag: 'unnecessary',
    messages: {
      default: 'Nothing here is reported by `{rule}`, so the suppression can go',
    },
    evidence: ['docs of xlcfg'],
  },
  *check({ unusedSuppressions, ruleIds }) {
    for (const { ruleId, range, suppression } of unusedSuppressions) {
      if (!ruleIds.has(ruleId)) continue;
      const isOnly = suppression.rules.length === 1;
      const edits = [{ range: isOnly ? suppression.range : range, newText: '' }];
      const fixes: readonly Fix[] = [{ title: message('Remove the suppression'), safety: isOnly ? 'safe' : 'review', edits }];
      yield { message: 'default', range, data: { rule: ruleId }, fixes };
    }
  },
});
