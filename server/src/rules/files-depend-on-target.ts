import { atomOf } from '../model/setting';
import { defineRule } from '../linter/rule';
import { isLeftToBootloader } from '../facts/kernel-use';

const BOOT_FILES = ['kernel', 'ramdisk'] as const;
const OTHER_FILES = ['bootloader', 'firmware_override', 'bios_path_override', 'device_model_override'] as const;

/** Files of one's own in place of those of Xen. */
const UNUSUAL: ReadonlySet<string> = new Set(['firmware_override', 'bios_path_override', 'device_model_override']);

/** xl loads hvmloader by itself, and finds a boot loader without a path in its own folder. */
function comesWithXen(name: string, path: string): boolean {
  return path.split('/').at(-1) === 'hvmloader' || (name === 'bootloader' && /(?:^|\/)(?:pygrub|pvgrub)$/.test(path));
}

export default defineRule({
  meta: {
    id: 'files-depend-on-target',
    summary: 'Reports files that have to be on the other host too.',
    rationale:
      'A running guest does not need its kernel, but the toolstack does when the guest reboots on the other host, and firmware is read again by the device model.',
    category: 'compatibility',
    severity: 'hint',
    subjects: ['kernel', 'ramdisk', 'bootloader', 'firmware_override', 'bios_path_override', 'device_model_override'],
    fixable: 'never',
    migration: {
      strength: 'expects',
      reason: 'the same files',
      advice: 'Keep the files the same on both hosts, or boot from the disk of the guest.',
    },
    isOptIn: true,
    messages: {
      default: 'The other host needs `{path}`, at the latest when the guest reboots',
    },
    evidence: ['tools/libs/light/libxl_bootloader.c: libxl__bootloader_run'],
  },
  *check({ model }) {
    for (const name of isLeftToBootloader(model) ? OTHER_FILES : [...BOOT_FILES, ...OTHER_FILES]) {
      const setting = model.byName.get(name);
      const path = atomOf(setting)?.text;
      if (setting === undefined || path === undefined || path === '' || comesWithXen(name, path)) continue;
      const strength = UNUSUAL.has(name) ? 'depends' : 'expects';
      yield { message: 'default', range: setting.valueRange, data: { path }, migration: { strength } };
    }
  },
});
