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
        'With a PCI device of its host the domain cannot migrate: `xl migrate` fails when it begins, unless all devices are detached before',
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
    yield { message: 'default', range: first.wholeRange, related, fixes: [...stateIntent(model), ...remove] };
  },
});
