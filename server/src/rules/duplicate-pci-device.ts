import { message } from '../text/message';
import { deviceItems } from '../model/queries/device-items';
import type { DomainModel } from '../model/domain-model';
import { findRepeats, type Occurrence } from '../model/queries/find-repeats';
import { formatBdf, readBdf } from '../specs/pci/bdf';
import { removeItem } from '../linter/fixes/remove-item';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'duplicate-pci-device',
    summary: 'Reports a PCI device that is passed through twice.',
    rationale: 'A device can be given to a domain once; libxl finds it in use when it comes to the second one, and refuses the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['pci'],
    fixable: 'always',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: 'The device {bdf} is in the list already: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_pci.c: libxl__device_pci_add'],
  },
  *check({ model }) {
    for (const { key, range, first } of findRepeats(listAddresses(model))) {
      const pci = model.byName.get('pci');
      const fixes = pci === undefined ? [] : [removeItem(pci, range, model.tree.text)];
      yield {
        message: 'default',
        range,
        data: { bdf: key },
        related: [{ range: first, message: message('First passed through here') }],
        fixes,
      };
    }
  },
});

function* listAddresses(model: DomainModel): Generator<Occurrence> {
  for (const item of deviceItems(model, 'pci')) {
    const address = readBdf(item.text, model.target);
    if (address !== undefined) yield { key: formatBdf(address), range: item.rangeOf({ start: 0, end: address.length }) };
  }
}
