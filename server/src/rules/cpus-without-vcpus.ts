import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'cpus-without-vcpus',
    summary: 'Reports CPU pinning that does nothing because no number of vCPUs is set.',
    rationale: 'Up to Xen 4.21, xl applies `cpus` and `cpus_soft` only when one of `vcpus`, `maxvcpus` and `vnuma` is set.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['cpus', 'cpus_soft'],
    until: '4.21',
    fixable: 'never',
    messages: {
      default: 'xl {target} silently ignores `{name}`, because none of `vcpus`, `maxvcpus` and `vnuma` is set',
    },
    evidence: ['tools/xl/xl_parse.c: parse_vcpu_affinity'],
  },
  *check({ model }) {
    if ((['vcpus', 'maxvcpus', 'vnuma'] as const).some((name) => model.byName.has(name)) || model.isFragment) return;
    for (const name of ['cpus', 'cpus_soft'] as const) {
      const setting = model.byName.get(name);
      if (setting !== undefined) yield { message: 'default', range: setting.nameRange, data: { name, target: model.target.xen } };
    }
  },
});
