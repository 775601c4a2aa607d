import { message } from '../text/message';
import { defineRule } from '../linter/rule';
import { deviceItems } from '../model/queries/device-items';
import { removeItem } from '../linter/fixes/remove-item';
import { stateIntent } from '../linter/fixes/state-intent';

/** Nobody looks at more places than this. */
const MAX_RELATED = 20;

export default defineRule({
  meta: {
    id: 'pci-blocks-migration',
    summary: 'Reports PCI devices of the host, with which a domain cannot move.',
    rationale:
      'A device stays in its host, and the hypervisor refuses to track which memory the domain writes while it has one, so `xl migrate` fails when it begins. The usual way round is to detach every device, migrate, and attach others on the other side.',
    category: 'compatibility',
    severity: 'warning',
    subjects: ['pci'],
    fixable: 'always',
    migration: {
      strength: 'refused',
      reason: 'PCI devices',
      advice:
        'Detach every device with `xl pci-detach` before the migration, or serve the device from a driver domain, whose config has the `pci` list instead.',
    },
    messages: {
      default:
        'With the PCI device `{text}` of its host the domain cannot migrate: `xl migrate` fails when it begins, unless the device is detached before',
      several:
        'With {count} PCI devices of its host ({text}) the domain cannot migrate: `xl migrate` fails when it begins, unless all are detached before',
    },
    evidence: ['xen/arch/x86/mm/paging.c: paging_log_dirty_enable', 'SUPPORT.md: x86/PCI Device Passthrough'],
  },
  *check({ model }) {
    const pci = model.byName.get('pci');
    // On x86 a PVH domain with devices is not even created.
    const [first, ...others] = deviceItems(model, 'pci');
    if (pci === undefined || first === undefined || model.domainType === 'pvh') return;
    // One device more or less changes nothing, so there is one finding for all of them.
    const related = others
      .slice(0, MAX_RELATED)
      .map((other) => ({ range: other.wholeRange, message: message('This device has to go too') }));
    const remove = others.length === 0 ? [removeItem(pci, first.wholeRange, model.tree.text)] : [];
    const fixes = [...stateIntent(model), ...remove];
    const text = listDevices([first, ...others].map((item) => item.text.split(',')[0]?.trim() ?? ''));
    if (others.length === 0) yield { message: 'default', range: first.wholeRange, data: { text }, related, fixes };
    else yield { message: 'several', range: first.wholeRange, data: { text, count: String(others.length + 1) }, related, fixes };
  },
});

/** So many addresses are read at a glance. */
const MAX_LISTED = 8;

function listDevices(addresses: readonly string[]): string {
  return addresses.length <= MAX_LISTED ? addresses.join(', ') : `${addresses.slice(0, MAX_LISTED).join(', ')}, …`;
}
