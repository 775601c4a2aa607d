import { defineRule } from '../linter/rule';
import { isSince } from '../schema/xen-version';
import { switchOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'nomigrate-prevents-nothing',
    summary: 'Says what `nomigrate` does, which is not to prevent a migration.',
    rationale:
      'The option promises that the domain stays, so that the guest may rely on a time stamp counter that never changes. Up to Xen 4.14 the hypervisor is told of the promise, since 4.15 only the toolstack uses it; in none of them does anything refuse to move the domain.',
    category: 'compatibility',
    severity: 'hint',
    subjects: ['nomigrate'],
    fixable: 'never',
    messages: {
      told: 'This lets the guest see an invariant TSC; the hypervisor is told, but nothing refuses to migrate the domain',
      toolstack: 'This only lets the guest see an invariant TSC; nothing refuses to migrate the domain',
    },
    evidence: ['tools/libs/light/libxl_cpuid.c: libxl__cpuid_legacy', 'xen/arch/x86/cpu-policy.c: recalculate_cpuid_policy'],
  },
  *check({ model }) {
    const setting = model.byName.get('nomigrate');
    if (setting === undefined || switchOf(setting) !== true) return;
    yield { message: isSince(model.target.xen, '4.15') ? 'toolstack' : 'told', range: setting.nameRange };
  },
});
