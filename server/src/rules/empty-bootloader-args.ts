import { atomOf } from '../model/setting';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { isRead } from '../model/domain-model';
import { removeSetting } from '../linter/fixes/remove-setting';

export default defineRule({
  meta: {
    id: 'empty-bootloader-args',
    summary: 'Reports an empty string of arguments for the boot loader.',
    rationale: 'xl crashes over it. Leave the option out, or write an empty list.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    subjects: ['bootloader_args'],
    fixable: 'always',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: 'xl crashes over an empty `bootloader_args`; leave it out',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const setting = model.byName.get('bootloader_args');
    const atom = atomOf(setting);
    if (setting === undefined || atom === undefined || atom.text.trim() !== '' || !isRead(setting, model.target, model.domainType)) return;
    yield { message: 'default', range: setting.valueRange, fixes: [removeSetting(setting, model.tree.text)] };
  },
});
