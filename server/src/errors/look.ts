/** Where to look next. */
import { plainMessage } from '../text/message';

/** What there is to look at, by a short name; `{name}` is the name of the domain. */
export const LOOKS = {
  again: plainMessage('`xl -vvv create FILE` prints every step of the start'),
  xlLog: plainMessage('`/var/log/xen/xl-{name}.log` has what xl says in the background'),
  qemuLog: plainMessage('`/var/log/xen/qemu-dm-{name}.log` has what QEMU says'),
  hotplugLog: plainMessage('`/var/log/xen/xen-hotplug.log` and `journalctl` have what the hotplug scripts say'),
  hotplugError: plainMessage('`xenstore-ls -f | grep hotplug-error` shows the last error of a hotplug script'),
  bootloaderLog: plainMessage('`/var/log/xen/bootloader.N.log`, with the number of the domain, has what the boot loader says'),
  hypervisor: plainMessage('`xl dmesg` has what the hypervisor says'),
  host: plainMessage('`xl info` says what the host has: free_memory, xen_caps, virt_caps'),
  dom0: plainMessage('`dmesg` of dom0 has what its drivers say'),
  assignable: plainMessage('`xl pci-assignable-list` lists the PCI devices that can be given to a domain'),
  usb: plainMessage('`lsusb` lists the USB devices of the host with bus and address'),
  domains: plainMessage('`xl list` lists the domains that run'),
  pools: plainMessage('`xl cpupool-list` lists the CPU pools'),
  numa: plainMessage('`xl info -n` shows the NUMA nodes and CPUs of the host'),
  bridges: plainMessage('`ip -br link show type bridge` lists the bridges of the host'),
  modules: plainMessage('`lsmod | grep xen` lists the Xen drivers that dom0 has loaded'),
  console: plainMessage('`xl console {name}` shows what the guest says; `xl create -c FILE` does so from the beginning'),
  kernel: plainMessage('`xlcfg kernel IMAGE` says for which domains an image boots'),
  check: plainMessage('`xlcfg check FILE` finds mistakes in the config without a Xen host'),
} as const;

export type Look = keyof typeof LOOKS;
