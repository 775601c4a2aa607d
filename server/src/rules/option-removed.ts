import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { isRemovedFrom } from '../schema/option';
import { removeSetting } from '../linter/fixes/remove-setting';
import { EVERY_KIND } from '../schema/config-kind';

export default defineRule({
  meta: {
    id: 'option-removed',
    summary: 'Reports an option that the target release no longer reads.',
    rationale: 'xl ignores it silently.',
    category: 'compatibility',
    severity: 'warning',
    fixable: 'always',
    kinds: EVERY_KIND,
    fileKinds: CONFIGS_AND_TEMPLATES,
    tag: 'unnecessary',
    messages: {
      removed: '`{name}` is read only up to the Xen before {removed}; xl ignores it silently',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    for (const setting of model.settings) {
      const { name, nameRange, option } = setting;
      if (option?.removed === undefined || !isRemovedFrom(option, model.target)) continue;
      const fixes = [removeSetting(setting, model.tree.text)];
      yield { message: 'removed', range: nameRange, data: { name, removed: option.removed }, fixes };
    }
  },
});
