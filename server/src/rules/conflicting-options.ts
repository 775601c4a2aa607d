import { message } from '../text/message';
import { defineRule } from '../linter/rule';
import { findConflicts } from '../model/queries/conflicts';
import { removeSetting } from '../linter/fixes/remove-setting';
import { EVERY_KIND } from '../schema/config-kind';

export default defineRule({
  meta: {
    id: 'conflicting-options',
    summary: 'Reports an option that another one in the file overrules.',
    rationale: 'xl takes the other one and ignores this, in some cases silently.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'always',
    kinds: EVERY_KIND,
    tag: 'unnecessary',
    messages: {
      warned: '`{name}` is ignored because `{other}` is set',
      silent: '`{name}` is silently ignored because `{other}` is set',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    for (const { setting, conflict, winner } of findConflicts(model, 'ignored')) {
      yield {
        message: conflict.isSilent === true ? 'silent' : 'warned',
        range: setting.nameRange,
        data: { name: setting.name, other: winner.name },
        related: [{ range: winner.nameRange, message: message('`{name}` is set here', { name: winner.name }) }],
        fixes: [removeSetting(setting, model.tree.text)],
      };
    }
  },
});
