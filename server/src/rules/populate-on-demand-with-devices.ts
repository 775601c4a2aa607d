import { message } from '../text/message';
import { defineRule } from '../linter/rule';
import type { DomainModel } from '../model/domain-model';
import { findPopulateOnDemand } from '../model/queries/populate-on-demand';
import { atomOf, itemCountOf, type Setting } from '../model/setting';
import { isSince } from '../schema/xen-version';

export default defineRule({
  meta: {
    id: 'populate-on-demand-with-devices',
    summary: 'Reports devices of the host in a domain that starts with less memory than it can have.',
    rationale:
      'With `maxmem` above `memory` an HVM or PVH domain is populated on demand, which does not go with devices of the host: libxl refuses the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['pci', 'dtdev', 'passthrough'],
    fixable: 'never',
    messages: {
      default: 'A domain with devices of the host cannot start with less than `maxmem` ({max} MiB): libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_config_setdefault'],
  },
  *check({ model }) {
    const limit = findPopulateOnDemand(model);
    const device = findPassthrough(model);
    if (limit === undefined || device === undefined) return;
    const related = [{ range: limit.range, message: message('The limit is set here') }];
    yield { message: 'default', range: device.nameRange, data: { max: String(limit.max) }, related };
  },
});

/** What gives the domain devices of the host. Up to 4.13 only PCI devices of HVM domains were looked at. */
function findPassthrough({ byName, domainType, target }: DomainModel): Setting | undefined {
  const pci = byName.get('pci');
  const isNew = isSince(target.xen, '4.14');
  if (itemCountOf(pci) > 0 && (isNew || domainType === 'hvm')) return pci;
  if (!isNew) return undefined;
  const passthrough = byName.get('passthrough');
  const mode = atomOf(passthrough)?.text.toLowerCase() ?? 'default';
  if (mode !== 'default' && mode !== 'disabled') return passthrough;
  return itemCountOf(byName.get('dtdev')) > 0 ? byName.get('dtdev') : undefined;
}
