/** Every mini-language, by the id under which options name it. */
import { ARM_SCI_SPEC, LLC_COLORS_SPEC, XENSTORE_QUOTA_SPEC } from './arm/arm-specs';
import { CHANNEL_SPEC } from './channel/channel-spec';
import { CPU_LIST_SPEC } from './cpu-list/cpu-list-spec';
import { CPUID_SPEC } from './cpuid/cpuid-spec';
import { DISK_SPEC } from './disk/disk-spec';
import { VDISPL_SPEC, VFB_SPEC, VKB_SPEC } from './display/display-specs';
import { IOMEM_SPEC, IOPORTS_SPEC, IRQS_SPEC } from './host-resources/host-resource-specs';
import { P9_SPEC } from './p9/p9-spec';
import { PCI_SPEC } from './pci/pci-spec';
import { RDM_SPEC } from './pci/rdm-spec';
import { SMBIOS_SPEC } from './smbios/smbios-spec';
import type { Spec } from '../schema/spec';
import { USBCTRL_SPEC, USBDEV_SPEC } from './usb/usb-specs';
import { VIF_SPEC } from './vif/vif-spec';
import { MCA_CAPS_SPEC, VIRIDIAN_SPEC } from './viridian/viridian-specs';
import { VIRTIO_SPEC } from './virtio/virtio-spec';
import { VNUMA_SPEC } from './vnuma/vnuma-spec';
import { VSND_SPEC } from './vsnd/vsnd-spec';
import { PVCALLS_SPEC, VTPM_SPEC } from './vtpm/vtpm-specs';

export const SPECS: Readonly<Record<string, Spec>> = {
  'arm-sci': ARM_SCI_SPEC,
  channel: CHANNEL_SPEC,
  'cpu-list': CPU_LIST_SPEC,
  cpuid: CPUID_SPEC,
  disk: DISK_SPEC,
  iomem: IOMEM_SPEC,
  ioports: IOPORTS_SPEC,
  irqs: IRQS_SPEC,
  'llc-colors': LLC_COLORS_SPEC,
  'mca-caps': MCA_CAPS_SPEC,
  p9: P9_SPEC,
  pci: PCI_SPEC,
  pvcalls: PVCALLS_SPEC,
  rdm: RDM_SPEC,
  smbios: SMBIOS_SPEC,
  usbctrl: USBCTRL_SPEC,
  usbdev: USBDEV_SPEC,
  vdispl: VDISPL_SPEC,
  vfb: VFB_SPEC,
  vif: VIF_SPEC,
  viridian: VIRIDIAN_SPEC,
  virtio: VIRTIO_SPEC,
  vkb: VKB_SPEC,
  vnuma: VNUMA_SPEC,
  vsnd: VSND_SPEC,
  vtpm: VTPM_SPEC,
  'xenstore-quota': XENSTORE_QUOTA_SPEC,
};
