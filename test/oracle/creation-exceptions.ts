/** What is left out of the comparison with creation, each with its reason. */

/** Refusals that speak of the host that is played rather than of the config. */
export const HOST_REFUSALS: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /Illegal pool specified/, reason: 'the pools of the host' },
  { pattern: /Invalid (?:init_|device_model_stubdomain_)?seclabel/, reason: 'the labels of its security policy' },
  { pattern: /Couldn't find device_model_user|intended_uid is 0/, reason: 'its users' },
  { pattern: /libxl__device_pci_add failed for PCI device '/, reason: 'its devices' },
];
