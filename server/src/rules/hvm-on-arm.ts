import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'hvm-on-arm',
    summary: 'Reports an HVM domain on Arm.',
    rationale: 'There is one type of domain on Arm, called PVH; libxl refuses HVM there.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['type', 'builder'],
    since: '4.12',
    fixable: 'never',
    messages: {
      default: 'Arm has no HVM domains: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_arm.c: libxl__arch_domain_init_hw_description'],
  },
  *check({ model }) {
    const { typeSetting, domainType, target } = model;
    if (target.arch !== 'arm' || domainType !== 'hvm' || typeSetting === undefined) return;
    yield { message: 'default', range: typeSetting.valueRange };
  },
});
