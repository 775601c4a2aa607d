/** What changes from one release to the next without any option or refusal: behaviours of Xen that a config can feel. */
import { deviceItems } from '../model/queries/device-items';
import { atomOf, itemCountOf } from '../model/setting';
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
    id: 'traditional-not-built',
    since: '4.16',
    what: message('Xen is no longer built with qemu-xen-traditional unless that is asked for'),
    action: message('Use `qemu-xen`, or see that the packages of the host have the old one'),
    find: ({ byName }) => {
      const version = byName.get('device_model_version');
      return atomOf(version)?.text === 'qemu-xen-traditional' ? version?.range : undefined;
    },
    evidence: ['CHANGELOG.md: 4.16.0, qemu-traditional'],
  },
  {
    id: 'pv-grub-not-built',
    since: '4.16',
    what: message('Xen is no longer built with pv-grub unless that is asked for'),
    action: message('Boot with the GRUB for Xen of the distribution, or with pygrub'),
    find: ({ byName }) => {
      const kernel = atomOf(byName.get('kernel'));
      return /(?:^|\/)pv-?grub[^/]*$/.test(kernel?.text ?? '') ? kernel?.range : undefined;
    },
    evidence: ['CHANGELOG.md: 4.16.0, pv-grub stubdoms'],
  },
  {
    id: 'pv32-off',
    since: '4.16',
    what: message('Xen is no longer built for 32-bit PV domains, and this kernel has the name of one'),
    action: message('Use a 64-bit kernel, PVH, or `pvshim = 1` with PVH'),
    find: ({ byName, domainType }) => {
      const kernel = atomOf(byName.get('kernel'));
      return domainType === 'pv' && /[-_.](?:i[3-6]86|[56]86(?:-pae)?|x86_32|pae)\b/.test(kernel?.text ?? '') ? kernel?.range : undefined;
    },
    evidence: ['CHANGELOG.md: 4.16.0, 32bit PV guests', 'xen/arch/x86/Kconfig: PV32'],
  },
  {
    id: 'keyboards-of-hvm',
    since: '4.19',
    what: message('The keyboards of `vkb` are made for HVM domains too, in place of the usual one'),
    action: message('Remove `vkb` if it was never meant for this domain'),
    find: ({ byName, domainType }) => {
      const vkb = byName.get('vkb');
      return domainType === 'hvm' && itemCountOf(vkb) > 0 ? vkb?.nameRange : undefined;
    },
    evidence: ['CHANGELOG.md: 4.19.0, vkb', 'tools/libs/light/libxl_create.c: domcreate_launch_dm'],
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
