import { atomOf } from '../model/setting';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { removeSetting } from '../linter/fixes/remove-setting';

export default defineRule({
  meta: {
    id: 'hvmloader-as-kernel',
    summary: 'Reports `hvmloader` as the kernel of an HVM domain.',
    rationale: 'xend wanted it there. xl loads hvmloader by itself, drops the setting and prints a warning.',
    category: 'correctness',
    severity: 'hint',
    subjects: ['kernel'],
    fixable: 'always',
    fileKinds: CONFIGS_AND_TEMPLATES,
    tag: 'unnecessary',
    messages: {
      default: 'xl ignores `kernel` here: it loads hvmloader by itself',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const setting = model.byName.get('kernel');
    const atom = atomOf(setting);
    if (setting === undefined || model.domainType !== 'hvm' || atom?.text.split('/').at(-1) !== 'hvmloader') return;
    yield { message: 'default', range: atom.range, fixes: [removeSetting(setting, model.tree.text)] };
  },
});
