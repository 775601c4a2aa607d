import { closestOption } from '../model/queries/closest-option';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import type { WrittenSetting } from '../model/setting';
import { findForeignName } from '../options/foreign-names';
import { type ConfigKind, EVERY_KIND, KIND_NAMES } from '../schema/config-kind';
import { removeSetting } from '../linter/fixes/remove-setting';
import { renameTo } from '../linter/fixes/rename-to';

export default defineRule({
  meta: {
    id: 'unknown-option',
    summary: 'Reports a name that no xl reads.',
    rationale: 'xl never checks names. A misspelt option is silently ignored, so what it was to set keeps its default.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'sometimes',
    kinds: EVERY_KIND,
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      unknown: 'Unknown option `{name}`: xl ignores it silently',
      misspelt: 'Unknown option `{name}`: xl ignores it silently. Did you mean `{replacement}`?',
      elsewhere: '`{name}` belongs in {file}: xl ignores it here silently',
      misnamed: 'Unknown option `{name}`: xl ignores it silently. The option is called `{replacement}`',
    },
    evidence: ['tools/libs/util/libxlu_cfg.c: find'],
  },
  *check({ model, allowedNames }) {
    const closest = closestOption(model.target, model.kind);
    for (const setting of model.settings) {
      if (setting.option !== undefined || allowedNames.has(setting.name)) continue;
      const foreign = findForeignName(setting.name, model.kind);
      if (foreign === undefined) yield reportUnknown(setting, closest(setting.name), 'misspelt');
      else if (foreign.origin === 'misnamed') yield reportUnknown(setting, foreign.replacement, 'misnamed');
      // A rule of its own speaks of xl.conf.
      else if (foreign.file !== undefined && foreign.file !== 'xl.conf') yield reportElsewhere(setting, foreign.file, model.tree.text);
    }
  },
});

function reportElsewhere(setting: WrittenSetting, file: ConfigKind, text: string) {
  const { name, nameRange: range } = setting;
  const fixes = [removeSetting(setting, text)];
  return { message: 'elsewhere', range, data: { name, file: KIND_NAMES[file] }, fixes } as const;
}

function reportUnknown(setting: WrittenSetting, replacement: string | undefined, message: 'misspelt' | 'misnamed') {
  const { name, nameRange: range } = setting;
  if (replacement === undefined) return { message: 'unknown', range, data: { name } } as const;
  return { message, range, data: { name, replacement }, fixes: [renameTo(setting, replacement)] };
}
