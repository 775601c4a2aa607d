import { closestOption } from '../model/queries/closest-option';
import { defineRule } from '../linter/rule';
import type { WrittenSetting } from '../model/setting';
import { findForeignName } from '../options/foreign-names';
import { renameTo } from '../linter/fixes/rename-to';

export default defineRule({
  meta: {
    id: 'unknown-option',
    summary: 'Reports a name that no xl reads.',
    rationale: 'xl never checks names. A misspelt option is silently ignored and the domain is created without it.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'sometimes',
    tag: 'unnecessary',
    messages: {
      unknown: 'xl does not read `{name}` and ignores it without a word',
      misspelt: 'xl does not read `{name}` and ignores it without a word; did you mean `{replacement}`?',
      misnamed: 'xl does not read `{name}` and ignores it without a word; the option is called `{replacement}`',
      vendor: 'Only the xl of some vendors reads `{name}`; that of the Xen project ignores it',
    },
    evidence: ['tools/libs/util/libxlu_cfg.c: find'],
  },
  *check({ model, allowedNames }) {
    const closest = closestOption(model.target);
    for (const setting of model.settings) {
      if (setting.option !== undefined || allowedNames.has(setting.name)) continue;
      const foreign = findForeignName(setting.name);
      if (foreign === undefined) yield reportUnknown(setting, closest(setting.name), 'misspelt');
      else if (foreign.origin === 'misnamed') yield reportUnknown(setting, foreign.replacement, 'misnamed');
      else if (foreign.origin === 'vendor') yield { message: 'vendor', range: setting.nameRange, data: { name: setting.name } };
    }
  },
});

function reportUnknown(setting: WrittenSetting, replacement: string | undefined, message: 'misspelt' | 'misnamed') {
  const { name, nameRange: range } = setting;
  if (replacement === undefined) return { message: 'unknown', range, data: { name } } as const;
  return { message, range, data: { name, replacement }, fixes: [renameTo(setting, replacement)] };
}
