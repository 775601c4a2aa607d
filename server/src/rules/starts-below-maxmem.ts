import { listDisks } from '../model/queries/disks';
import type { DomainModel } from '../model/domain-model';
import { findAltp2m } from '../model/queries/altp2m';
import { findPopulateOnDemand } from '../model/queries/populate-on-demand';
import { atomOf, itemCountOf } from '../model/setting';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'starts-below-maxmem',
    summary: 'Reports an HVM domain that starts with less memory than it can have.',
    rationale:
      'The guest sees `maxmem`, but has `memory`. Until its balloon driver gives the rest back, Xen kills the domain as soon as it touches more. Installers mostly have no such driver.',
    category: 'correctness',
    severity: 'information',
    subjects: ['maxmem'],
    fixable: 'never',
    messages: {
      default: 'A guest without a balloon driver is killed when it touches more than `memory`',
      installer:
        'An installer without a balloon driver is killed when it touches more than `memory`; set `maxmem` to the same while it runs',
    },
    evidence: ['xen/arch/x86/mm/p2m-pod.c: p2m_pod_demand_populate', 'docs/man/xl.cfg.5.pod.in'],
  },
  *check({ model }) {
    const maxmem = model.byName.get('maxmem');
    if (maxmem === undefined || model.domainType !== 'hvm' || model.target.arch !== 'x86') return;
    // libxl refuses such a domain, which other rules report.
    if (itemCountOf(model.byName.get('pci')) > 0 || findAltp2m(model) !== undefined) return;
    if (findPopulateOnDemand(model) === undefined) return;
    if (bootsDisc(model)) yield { message: 'installer', range: maxmem.nameRange };
    else yield { message: 'default', range: maxmem.nameRange, severity: 'hint' };
  },
});

/** Whether the domain boots from a disc first. */
function bootsDisc(model: DomainModel): boolean {
  if (!/^d/.test(atomOf(model.byName.get('boot'))?.text ?? '')) return false;
  return listDisks(model).some(({ disk: { isCdrom, target } }) => isCdrom && (target?.text ?? '') !== '');
}
