import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { EVERY_KIND } from '../schema/config-kind';

export default defineRule({
  meta: {
    id: 'add-assign-type-mismatch',
    summary: 'Reports `+=` that joins a list and a text.',
    rationale: '`+=` joins texts with texts and lists with lists. xl refuses the file when they are mixed.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    since: '4.13',
    fixable: 'never',
    kinds: EVERY_KIND,
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: '`+=` cannot join a list and a text: xl refuses the file',
    },
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu__cfg_concat_vals'],
  },
  *check({ model }) {
    for (const { isMismatchedAddition, valueRange } of model.settings) {
      if (isMismatchedAddition) yield { message: 'default', range: valueRange };
    }
  },
});
