/** Reports PCI devices in a domain that starts with less memory than it can have. */
import { defineRule } from './rule';
import { itemCountOf, numberOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'populate-on-demand-with-devices',
    summary: 'Reports PCI devices in a domain that starts with less memory than it can have.',
    rationale:
      'With `maxmem` above `memory` an HVM domain is populated on demand, which does not go with devices of the host: libxl refuses the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['pci'],
    fixable: 'never',
    messages: {
      default: 'A domain with PCI devices cannot start with less than `maxmem` ({max} MiB): libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_config_setdefault'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    const pci = byName.get('pci');
    const limit = byName.get('maxmem');
    const [memory, max] = [numberOf(byName.get('memory')), numberOf(limit)];
    if (domainType !== 'hvm' || pci === undefined || itemCountOf(pci) === 0 || limit === undefined) return;
    if (memory === undefined || max === undefined || memory >= max || memory < 0n) return;
    yield {
      message: 'default',
      range: pci.nameRange,
      data: { max: String(max) },
      related: [{ range: limit.range, message: 'The limit is set here' }],
    };
  },
});
