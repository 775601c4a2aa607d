/** What is left out of the comparison with creation, each with its reason. */

/** Refusals that speak of the host that is played rather than of the config. */
export const HOST_REFUSALS: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /Illegal pool specified/, reason: 'the pools of the host' },
  { pattern: /Invalid (?:init_|device_model_stubdomain_)?seclabel/, reason: 'the labels of its security policy' },
  { pattern: /Couldn't find device_model_user|intended_uid is 0/, reason: 'its users' },
  { pattern: /libxl__device_pci_add failed for PCI device '/, reason: 'its devices' },
  { pattern: /unable to open Qemu logfile/, reason: 'the folders below /var/log/xen, for a domain with a slash in its name' },
];

/** Errors that libxl reports and goes on, so that they are no cause of a refusal. */
export const PASSED_OVER: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /Primary console has invalid configuration/, reason: 'the first channel is lost, and the domain is created without it' },
];

/** Rules about what the hypervisor itself refuses, which is played and takes everything. */
export const HYPERVISOR_RULES: ReadonlySet<string> = new Set(['nested-without-hap']);
