/** Into which chapter of the page on a domain each option belongs: its section decides, and for devices their list. */
import type { Option } from '../options/index';
import type { DeviceListField } from '../schema/device-field';
import type { Section } from '../schema/option';
import { message } from '../text/message';

/** In the order of the page. */
export const CHAPTERS = {
  start: message('Type and boot'),
  memory: message('Memory'),
  cpus: message('CPUs'),
  disks: message('Disks'),
  network: message('Network'),
  display: message('Display'),
  devices: message('Other devices'),
  passthrough: message('Passthrough'),
  platform: message('Platform'),
  end: message('When it ends'),
  settings: message('Settings'),
} as const;

export type Chapter = keyof typeof CHAPTERS;

const BY_SECTION: Readonly<Record<Section, Chapter>> = {
  general: 'start',
  boot: 'start',
  'hvm-platform': 'start',
  pvshim: 'start',
  memory: 'memory',
  paging: 'memory',
  cpu: 'cpus',
  scheduling: 'cpus',
  'cpu-features': 'cpus',
  graphics: 'display',
  devices: 'devices',
  'emulated-devices': 'devices',
  passthrough: 'passthrough',
  clock: 'platform',
  lifecycle: 'platform',
  limits: 'platform',
  security: 'platform',
  'platform-features': 'platform',
  'device-model': 'platform',
  arm: 'platform',
  events: 'end',
  'xl-conf': 'settings',
  cpupool: 'settings',
};

const BY_LIST: Readonly<Partial<Record<DeviceListField, Chapter>>> = {
  disks: 'disks',
  nics: 'network',
  vfbs: 'display',
  vdispls: 'display',
  usbdevs: 'passthrough',
};

/** The chapter of an option. */
export function chapterOf({ section, devices }: Option): Chapter {
  return (devices === undefined ? undefined : BY_LIST[devices.at]) ?? BY_SECTION[section];
}
