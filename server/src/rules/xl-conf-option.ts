import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { findForeignName } from '../options/foreign-names';
import { removeSetting } from '../linter/fixes/remove-setting';

export default defineRule({
  meta: {
    id: 'xl-conf-option',
    summary: 'Reports a name that belongs in `xl.conf`.',
    rationale: '`/etc/xen/xl.conf` holds the settings of xl itself. In the config of a domain xl ignores them silently.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'always',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: '`{name}` belongs in `/etc/xen/xl.conf`; here xl ignores it silently',
    },
    evidence: ['docs/man/xl.conf.5.pod.in'],
  },
  *check({ model, allowedNames }) {
    for (const setting of model.settings) {
      if (setting.option !== undefined || findForeignName(setting.name)?.file !== 'xl.conf' || allowedNames.has(setting.name)) continue;
      const fixes = [removeSetting(setting, model.tree.text)];
      yield { message: 'default', range: setting.nameRange, data: { name: setting.name }, fixes };
    }
  },
});
