import { atomOf } from '../model/setting';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { removeSetting } from '../linter/fixes/remove-setting';

export default defineRule({
  meta: {
    id: 'timer-mode-on-pv',
    summary: 'Reports `timer_mode` in the config of a PV domain.',
    rationale: 'Since Xen 4.10 xl refuses the file; before, the option was read for HVM only.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    subjects: ['timer_mode'],
    since: '4.10',
    fixable: 'always',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: 'A PV domain cannot have `timer_mode`: xl refuses the file',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const setting = model.byName.get('timer_mode');
    if (setting === undefined || model.domainType !== 'pv' || atomOf(setting) === undefined) return;
    yield { message: 'default', range: setting.nameRange, fixes: [removeSetting(setting, model.tree.text)] };
  },
});
