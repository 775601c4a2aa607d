import { atomOf } from '../model/setting';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { matchPrefix } from '../schema/value-types/prefix-choice';

export default defineRule({
  meta: {
    id: 'unknown-builder',
    summary: 'Reports a `builder` that old releases take for PV.',
    rationale: 'Up to Xen 4.9 every value that is not the beginning of `hvm` silently means PV, a typing error too.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['builder'],
    until: '4.9',
    fixable: 'never',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: 'xl {target} silently takes `{text}` for a PV domain',
    },
    evidence: ['tools/libxl/xl_cmdimpl.c: parse_config_data'],
  },
  *check({ model }) {
    const atom = atomOf(model.byName.get('builder'));
    if (atom === undefined || matchPrefix(['hvm', 'generic', 'linux'], atom.text) !== undefined) return;
    yield { message: 'default', range: atom.range, data: { text: atom.text, target: model.target.xen } };
  },
});
