import { NEWEST_STABLE_VERSION, parseXenVersion } from '../schema/xen-version';
import { defineRule } from '../linter/rule';
import { CONFIG_KINDS, EVERY_KIND, parseConfigKind } from '../schema/config-kind';
import { parseArchitecture } from '../schema/target';

const KINDS = CONFIG_KINDS.map((kind) => `\`${kind}\``).join(', ');

export default defineRule({
  meta: {
    id: 'unknown-directive',
    summary: 'Reports an instruction to xlcfg that it does not understand.',
    rationale: 'A misspelt directive does nothing, so the file is judged for another Xen release than its author thinks.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'never',
    kinds: EVERY_KIND,
    fileKinds: ['config', 'template', 'python'],
    messages: {
      key: 'xlcfg has no directive `{key}`; there are `xen=`, `arch=`, `file=`, `migration=` and `fragment`',
      xen: '`{value}` is not a Xen version that xlcfg knows; it can be 4.6 to {newest} or `unstable`',
      arch: '`{value}` is not an architecture that xlcfg knows; it can be `x86` or `arm`',
      file: '`{value}` is not a kind of file that xlcfg knows; it can be {kinds}',
      migration: '`{value}` cannot be said of a migration; it can be `never`',
      rule: 'xlcfg has no rule `{rule}`',
      noRule: 'A suppression has to name the rules that it switches off',
    },
    evidence: ['docs of xlcfg'],
  },
  *check({ model, ruleIds }) {
    for (const { key, value, range } of model.directives.words) {
      const message = findMistake(key, value);
      if (message !== undefined) yield { message, range, data: { key, value: value ?? '', newest: NEWEST_STABLE_VERSION, kinds: KINDS } };
    }
    for (const { rules, range } of model.directives.suppressions) {
      if (rules.length === 0) yield { message: 'noRule', range };
      for (const { ruleId, range: ruleRange } of rules) {
        if (!ruleIds.has(ruleId)) yield { message: 'rule', range: ruleRange, data: { rule: ruleId } };
      }
    }
  },
});

/** Whether each directive that there is takes a value. */
const DIRECTIVES = {
  xen: (value: string) => parseXenVersion(value) !== undefined,
  arch: (value: string) => parseArchitecture(value) !== undefined,
  file: (value: string) => parseConfigKind(value) !== undefined,
  migration: (value: string) => value === 'never',
} as const;

type Directive = keyof typeof DIRECTIVES;

function isDirective(key: string): key is Directive {
  return Object.hasOwn(DIRECTIVES, key);
}

function findMistake(key: string, value: string | undefined): 'key' | Directive | undefined {
  if (!isDirective(key)) return key === 'fragment' ? undefined : 'key';
  return DIRECTIVES[key](value ?? '') ? undefined : key;
}
