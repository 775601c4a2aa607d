import { atomOf, switchOf } from '../model/setting';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'stubdomain-without-traditional',
    summary: 'Reports a stub domain with a device model that cannot run in one.',
    rationale: 'Up to Xen 4.13 only qemu-xen-traditional runs in a stub domain; libxl refuses any other.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['device_model_stubdomain_override'],
    until: '4.13',
    fixable: 'never',
    messages: {
      default: 'Only qemu-xen-traditional runs in a stub domain here: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_build_info_setdefault'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    const stubdomain = byName.get('device_model_stubdomain_override');
    if (domainType !== 'hvm' || stubdomain === undefined || switchOf(stubdomain) !== true) return;
    if (atomOf(byName.get('device_model_version'))?.text === 'qemu-xen-traditional') return;
    yield { message: 'default', range: stubdomain.nameRange };
  },
});
