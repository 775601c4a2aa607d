import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'host-memory-exceeded',
    summary: 'Reports the config with which the domains of a host take more memory than it has.',
    rationale:
      'A domain is not created where the host has too little memory for it. What libxl adds to the memory of the guests is counted; stub domains, passthrough and hosts without HAP need more than that.',
    category: 'correctness',
    severity: 'warning',
    isAboutNeighbours: true,
    fixable: 'never',
    messages: {
      default: 'With this domain, the {count} domains of `{host}` take {needed} MiB, and it has {available} MiB for them',
    },
    evidence: ['tools/libs/light/libxl_mem.c: libxl__domain_need_memory_calculate'],
  },
  *check({ model, neighbours }) {
    const place = model.byName.get('memory') ?? model.byName.get('name');
    if (place === undefined) return;
    for (const { host, needed, available, domains } of neighbours.fullHosts) {
      const data = { host, needed: inMebibytes(needed), available: inMebibytes(available), count: String(domains) };
      yield { message: 'default', range: place.nameRange, data };
    }
  },
});

function inMebibytes(kib: number): string {
  return String(Math.ceil(kib / 1024));
}
