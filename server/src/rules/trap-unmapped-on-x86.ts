import { defineRule } from '../linter/rule';
import { switchOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'trap-unmapped-on-x86',
    summary: 'Reports `trap_unmapped_accesses` on x86.',
    rationale: 'Only Arm can trap them; on x86 libxl refuses a domain that asks for it.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['trap_unmapped_accesses'],
    since: '4.21',
    fixable: 'never',
    messages: {
      default: 'Only Arm can trap such accesses: libxl refuses the domain on x86',
    },
    evidence: ['tools/libs/light/libxl_x86.c: libxl__arch_domain_prepare_config'],
  },
  *check({ model }) {
    const setting = model.byName.get('trap_unmapped_accesses');
    if (setting === undefined || model.target.arch !== 'x86' || switchOf(setting) !== true) return;
    yield { message: 'default', range: setting.valueRange };
  },
});
