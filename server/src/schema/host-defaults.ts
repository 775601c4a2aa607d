/** What a host says for domains whose configs do not: the settings of its `xl.conf`. */

/** The settings that a domain has something of. */
export const HOST_SETTINGS = [
  'autoballoon',
  'blkdev_start',
  'bootloader_restrict',
  'claim_mode',
  'max_grant_frames',
  'max_grant_version',
  'max_maptrack_frames',
  'run_hotplug_scripts',
  'vif.default.backend',
  'vif.default.bridge',
  'vif.default.gatewaydev',
  'vif.default.script',
  'vm.cpumask',
  'vm.hvm.cpumask',
  'vm.pv.cpumask',
] as const;

export type HostSetting = (typeof HOST_SETTINGS)[number];

/** The values that are set, as xl reads them. */
export type HostDefaults = ReadonlyMap<HostSetting, string>;

/** Of a host of which nothing is known. */
export const NO_HOST_DEFAULTS: HostDefaults = new Map();
