import { defineRule } from '../linter/rule';
import { claimsOf } from '../workspace/claims';

export default defineRule({
  meta: {
    id: 'pci-device-not-on-host',
    summary: 'Reports PCI devices that no host of the config has for its domains.',
    rationale: 'libxl does not create a domain with a device that is not there, or that is not assignable.',
    category: 'correctness',
    severity: 'warning',
    isAboutNeighbours: true,
    subjects: ['pci'],
    fixable: 'never',
    messages: {
      default: '{host} has no PCI device `{name}` for its domains',
    },
    evidence: ['tools/libs/light/libxl_pci.c: libxl__device_pci_add'],
  },
  *check({ model, neighbours }) {
    const { hosts } = neighbours;
    const lists = hosts.map(({ pci }) => pci);
    if (hosts.length === 0 || lists.includes(undefined)) return;
    for (const { identity, range } of claimsOf(model, 'pci')) {
      if (lists.some((list) => list?.includes(identity) === true)) continue;
      const host = hosts.map((each) => `\`${each.name}\``).join(', ');
      yield { message: 'default', range, data: { host, name: identity } };
    }
  },
});
