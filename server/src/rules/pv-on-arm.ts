import { writeInstead } from '../linter/fixes/write-instead';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'pv-on-arm',
    summary: 'Reports a PV domain on Arm.',
    rationale: 'There is one type of domain on Arm, called PVH. libxl warns and makes the domain PVH.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['type', 'builder'],
    since: '4.12',
    fixable: 'sometimes',
    messages: {
      default: 'Arm has no PV domains: libxl warns and makes this one PVH',
    },
    evidence: ['tools/libs/light/libxl_arm.c: libxl__arch_domain_create_info_setdefault'],
  },
  *check({ model }) {
    const { typeSetting, domainType, target } = model;
    if (target.arch !== 'arm' || domainType !== 'pv' || typeSetting === undefined) return;
    const range = typeSetting.valueRange;
    const fixes = typeSetting.name === 'type' ? [writeInstead(range, '"pvh"', 'safe')] : [];
    yield { message: 'default', range, fixes };
  },
});
