/** What changes from one release to the next without any option or refusal: behaviours of Xen that a config can feel. */
import { deviceItems } from '../model/queries/device-items';
import { itemCountOf } from '../model/setting';
import type { XenVersion } from '../schema/xen-version';
import type { DomainModel } from '../model/domain-model';
import { message, type Message } from '../text/message';
import type { TextRange } from '../text/text-range';

export interface Behaviour {
  readonly id: string;
  /** The release that brings it. */
  readonly since: XenVersion;
  readonly what: Message;
  readonly action: Message;
  /** Where the config feels it; undefined where it does not. */
  readonly find: (model: DomainModel) => TextRange | undefined;
  readonly evidence: readonly string[];
}

function isUnset({ byName }: DomainModel, name: 'hvm_pirq' | 'msr_relaxed' | 'passthrough'): boolean {
  return byName.get(name) === undefined;
}

/** In the order of their releases. */
export const BEHAVIOURS: readonly Behaviour[] = [
  {
    id: 'pci-needs-iommu',
    since: '4.13',
    what: message('libxl refuses PCI devices on a host without IOMMU, also for PV domains'),
    action: message('Look for "I/O virtualisation enabled" in `xl dmesg` of the host'),
    find: (model) => (model.domainType === 'pv' && isUnset(model, 'passthrough') ? deviceItems(model, 'pci')[0]?.wholeRange : undefined),
    evidence: ['tools/libxl/libxl_create.c: libxl__domain_config_setdefault (passthrough not supported)'],
  },
  {
    id: 'unknown-msrs-fault',
    since: '4.15',
    what: message('A guest that reads a model-specific register that Xen does not know gets a fault instead of a zero'),
    action: message('Set `msr_relaxed = 1` if the guest crashes early'),
    find: (model) => (model.domainType === 'hvm' && isUnset(model, 'msr_relaxed') ? model.typeSetting?.range : undefined),
    evidence: ['CHANGELOG.md: 4.15.0, MSR accesses', 'docs/man/xl.cfg.5.pod.in: msr_relaxed'],
  },
  {
    id: 'pirqs-off',
    since: '4.19',
    what: message('Interrupts of devices no longer come over event channels in HVM domains'),
    action: message('Set `hvm_pirq = 1` if the driver of a device needs it'),
    find: (model) => {
      const pci = model.byName.get('pci');
      const isFelt = model.domainType === 'hvm' && isUnset(model, 'hvm_pirq') && pci !== undefined && itemCountOf(pci) > 0;
      return isFelt ? pci.nameRange : undefined;
    },
    evidence: ['CHANGELOG.md: 4.19.0, HVM PIRQs'],
  },
];
