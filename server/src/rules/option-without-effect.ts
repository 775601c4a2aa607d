import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { isSince } from '../schema/xen-version';
import { removeSetting } from '../linter/fixes/remove-setting';
import { EVERY_KIND } from '../schema/config-kind';

export default defineRule({
  meta: {
    id: 'option-without-effect',
    summary: 'Reports an option that xl reads and does nothing with.',
    rationale: 'Some of them make xl print a warning, others are skipped in silence.',
    category: 'correctness',
    severity: 'hint',
    fixable: 'always',
    kinds: EVERY_KIND,
    fileKinds: CONFIGS_AND_TEMPLATES,
    tag: 'unnecessary',
    messages: {
      warned: 'xl only warns about `{name}` and ignores it',
      silent: '`{name}` has no effect: what it set was removed from Xen',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    for (const setting of model.settings) {
      const without = setting.option?.withoutEffect;
      if (without === undefined || !isSince(model.target.xen, without.since)) continue;
      // xl still hands on what it reads in silence.
      const fixes = [removeSetting(setting, model.tree.text, without.isSilent ? 'review' : 'safe')];
      yield { message: without.isSilent ? 'silent' : 'warned', range: setting.nameRange, data: { name: setting.name }, fixes };
    }
  },
});
