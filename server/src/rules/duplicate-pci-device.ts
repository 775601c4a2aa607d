/** Reports a PCI device that is passed through twice. */
import type { TextRange } from '../text/text-range';
import { defineRule } from './rule';
import { deviceItems } from '../model/device-items';
import { formatBdf, readBdf } from '../specs/pci/bdf';

export default defineRule({
  meta: {
    id: 'duplicate-pci-device',
    summary: 'Reports a PCI device that is passed through twice.',
    rationale: 'A device can be given to a domain once; libxl finds it in use when it comes to the second one.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['pci'],
    fixable: 'never',
    messages: {
      default: 'The device {bdf} is in the list already',
    },
    evidence: ['tools/libs/light/libxl_pci.c: libxl__device_pci_add'],
  },
  *check({ model }) {
    const first = new Map<string, TextRange>();
    for (const item of deviceItems(model, 'pci')) {
      const address = readBdf(item.text, model.target);
      if (address === undefined) continue;
      const bdf = formatBdf(address);
      const range = item.rangeOf({ start: 0, end: address.length });
      const other = first.get(bdf);
      if (other === undefined) first.set(bdf, range);
      else yield { message: 'default', range, data: { bdf }, related: [{ range: other, message: 'It is here already' }] };
    }
  },
});
