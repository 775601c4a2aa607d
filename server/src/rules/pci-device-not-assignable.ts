import { listPciDevices, type NamedPciDevice } from '../facts/host-places';
import type { DomainModel } from '../model/domain-model';
import { switchOf } from '../model/setting';
import { readAtoi } from '../schema/c-text/c-number';
import { splitFields } from '../schema/c-text/fields';
import { formatBdf } from '../specs/pci/bdf';
import { valueOf } from '../specs/key-value';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'pci-device-not-assignable',
    summary: 'Reports PCI devices that this host does not have, or does not give away.',
    rationale:
      'A device can be given to a domain once the driver pciback of dom0 has it. libxl refuses the domain for others, unless they are to be seized. It is only looked for where that can be known: in dom0 itself.',
    category: 'correctness',
    severity: 'information',
    subjects: ['pci'],
    fixable: 'never',
    messages: {
      missing: 'This host has no PCI device {bdf}',
      unassignable: 'The device is not assignable now: `xl pci-assignable-add {bdf}` makes it so',
    },
    evidence: ['tools/libs/light/libxl_pci.c: libxl__device_pci_add'],
  },
  *check({ model, facts }) {
    for (const device of listPciDevices(model)) {
      const { item, address, place, assignablePlace } = device;
      const [range, data] = [item.rangeOf({ start: 0, end: address.length }), { bdf: formatBdf(address) }];
      if (facts.places.get(place) === false) yield { message: 'missing', range, data };
      else if (facts.places.get(assignablePlace) === false && !isSeized(device, model)) yield { message: 'unassignable', range, data };
    }
  },
});

/** Whether libxl takes the device away from its driver itself. */
function isSeized({ item }: NamedPciDevice, { byName }: DomainModel): boolean {
  const seize = valueOf(splitFields(item.text), 'seize');
  return seize === undefined ? switchOf(byName.get('pci_seize')) === true : readAtoi(seize.text) !== 0;
}
