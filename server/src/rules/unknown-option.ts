import { closestOption } from '../model/queries/closest-option';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
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
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      unknown: 'Unknown option `{name}`: xl ignores it silently',
      misspelt: 'Unknown option `{name}`: xl ignores it silently. Did you mean `{replacement}`?',
      misnamed: 'Unknown option `{name}`: xl ignores it silently. The option is called `{replacement}`',
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
    }
  },
});

function reportUnknown(setting: WrittenSetting, replacement: string | undefined, message: 'misspelt' | 'misnamed') {
  const { name, nameRange: range } = setting;
  if (replacement === undefined) return { message: 'unknown', range, data: { name } } as const;
  return { message, range, data: { name, replacement }, fixes: [renameTo(setting, replacement)] };
}
