import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { EVERY_KIND } from '../schema/config-kind';

export default defineRule({
  meta: {
    id: 'add-assign-unsupported',
    summary: 'Reports `+=` in a config for a release that does not know it.',
    rationale: '`+=` came with Xen 4.13. Before, the `+` is a bad character and xl refuses the file.',
    category: 'compatibility',
    severity: 'error',
    stage: 'parse',
    until: '4.12',
    fixable: 'never',
    kinds: EVERY_KIND,
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: '`+=` is read since Xen 4.13; xl {target} refuses the file',
    },
    evidence: ['tools/libxl/libxlu_cfg_l.l'],
  },
  *check({ model }) {
    for (const { operator, assignment } of model.settings) {
      if (operator === '+=') yield { message: 'default', range: assignment.operatorRange, data: { target: model.target.xen } };
    }
  },
});
