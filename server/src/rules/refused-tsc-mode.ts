import { atomOf, numberOf } from '../model/setting';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'refused-tsc-mode',
    summary: 'Reports a mode of the time stamp counter that was removed from Xen.',
    rationale: 'The name still parses, but since Xen 4.12 libxl refuses a domain with `native_paravirt`.',
    category: 'compatibility',
    severity: 'error',
    stage: 'create',
    subjects: ['tsc_mode'],
    since: '4.12',
    fixable: 'never',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: 'Since Xen 4.12, libxl refuses a domain with this mode',
    },
    evidence: ['tools/libs/light/libxl_x86.c: libxl__arch_domain_create'],
  },
  *check({ model }) {
    const setting = model.byName.get('tsc_mode');
    const isRemoved = atomOf(setting)?.text.toLowerCase() === 'native_paravirt' || numberOf(setting) === 3n;
    if (setting !== undefined && isRemoved && model.target.arch === 'x86') yield { message: 'default', range: setting.valueRange };
  },
});
