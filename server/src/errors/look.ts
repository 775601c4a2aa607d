/** Where to look next. */
import { message } from '../text/message';

/** What there is to look at, by a short name; `{name}` is the name of the domain. */
export const LOOKS = {
  again: message('`xl -vvv create FILE` prints every step of the start'),
  xlLog: message('`/var/log/xen/xl-{name}.log` has what xl says in the background'),
  qemuLog: message('`/var/log/xen/qemu-dm-{name}.log` has what QEMU says'),
  hotplugLog: message('`/var/log/xen/xen-hotplug.log` and `journalctl` have what the hotplug scripts say'),
  hotplugError: message('`xenstore-ls -f | grep hotplug-error` shows the last error of a hotplug script'),
  bootloaderLog: message('`/var/log/xen/bootloader.N.log`, with the number of the domain, has what the boot loader says'),
  hypervisor: message('`xl dmesg` has what the hypervisor says'),
  host: message('`xl info` says what the host has: free_memory, xen_caps, virt_caps'),
  dom0: message('`dmesg` of dom0 has what its drivers say'),
  assignable: message('`xl pci-assignable-list` lists the PCI devices that can be given to a domain'),
  usb: message('`lsusb` lists the USB devices of the host with bus and address'),
  domains: message('`xl list` lists the domains that run'),
  pools: message('`xl cpupool-list` lists the CPU pools'),
  numa: message('`xl info -n` shows the NUMA nodes and CPUs of the host'),
  bridges: message('`ip -br link show type bridge` lists the bridges of the host'),
  modules: message('`lsmod | grep xen` lists the Xen drivers that dom0 has loaded'),
  console: message('`xl console {name}` shows what the guest says; `xl create -c FILE` does so from the beginning'),
  kernel: message('`xlcfg kernel IMAGE` says for which domains an image boots'),
  check: message('`xlcfg check FILE` finds mistakes in the config without a Xen host'),
} as const;

export type Look = keyof typeof LOOKS;
