import { NEWEST_STABLE_VERSION, parseXenVersion } from '../schema/xen-version';
import { defineRule } from '../linter/rule';
import { parseArchitecture } from '../schema/target';

export default defineRule({
  meta: {
    id: 'unknown-directive',
    summary: 'Reports an instruction to xlcfg that it does not understand.',
    rationale: 'A misspelt directive does nothing, so the file is judged for another Xen release than its author thinks.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'never',
    fileKinds: ['config', 'template', 'python'],
    messages: {
      key: 'xlcfg has no directive `{key}`; there are `xen=`, `arch=`, `migration=` and `fragment`',
      xen: '`{value}` is not a Xen version that xlcfg knows; it can be 4.6 to {newest} or `unstable`',
      arch: '`{value}` is not an architecture that xlcfg knows; it can be `x86` or `arm`',
      migration: '`{value}` cannot be said of a migration; it can be `never`',
      rule: 'xlcfg has no rule `{rule}`',
      noRule: 'A suppression has to name the rules that it switches off',
    },
    evidence: ['docs of xlcfg'],
  },
  *check({ model, ruleIds }) {
    for (const { key, value, range } of model.directives.words) {
      const message = findMistake(key, value);
      if (message !== undefined) yield { message, range, data: { key, value: value ?? '', newest: NEWEST_STABLE_VERSION } };
    }
    for (const { rules, range } of model.directives.suppressions) {
      if (rules.length === 0) yield { message: 'noRule', range };
      for (const { ruleId, range: ruleRange } of rules) {
        if (!ruleIds.has(ruleId)) yield { message: 'rule', range: ruleRange, data: { rule: ruleId } };
      }
    }
  },
});

function findMistake(key: string, value: string | undefined): 'key' | 'xen' | 'arch' | 'migration' | undefined {
  switch (key) {
    case 'xen':
      return parseXenVersion(value ?? '') === undefined ? key : undefined;
    case 'arch':
      return parseArchitecture(value ?? '') === undefined ? key : undefined;
    case 'migration':
      return value === 'never' ? undefined : key;
    case 'fragment':
      return undefined;
    default:
      return 'key';
  }
}
