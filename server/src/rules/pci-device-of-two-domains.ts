import { defineRule } from '../linter/rule';
import { findRivals, wordsOf } from '../linter/rivals';

export default defineRule({
  meta: {
    id: 'pci-device-of-two-domains',
    summary: 'Reports PCI devices that several domains of one host have.',
    rationale: 'A device belongs to one domain at a time: libxl refuses the second one.',
    category: 'correctness',
    severity: 'warning',
    isAboutNeighbours: true,
    subjects: ['pci'],
    fixable: 'never',
    messages: {
      default: '`{domain}` has this PCI device too ({place})',
    },
    evidence: ['tools/libs/light/libxl_pci.c: libxl__device_pci_add'],
  },
  *check(context) {
    for (const rivalry of findRivals(context, 'pci')) yield { message: 'default', range: rivalry.claim.range, data: wordsOf(rivalry) };
  },
});
