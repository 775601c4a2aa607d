/** Reports two disks on one device. */
import type { TextRange } from '../text/text-range';
import { defineRule } from './rule';
import { deviceItems } from '../model/device-items';
import { parseDisk } from '../specs/disk/disk';
import { readVdev } from '../specs/disk/disk-device';

export default defineRule({
  meta: {
    id: 'duplicate-vdev',
    summary: 'Reports two disks on one device.',
    rationale:
      'xl reads such a file without a word, but libxl refuses the second disk, so the domain is not created. `xvda` and `d0p0` are the same device under two names.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['disk'],
    fixable: 'never',
    messages: {
      default: '`{vdev}` is the device of another disk already: libxl refuses the second one',
    },
    evidence: ['tools/libs/light/libxl_disk.c: device_disk_add'],
  },
  *check({ model }) {
    const first = new Map<string, TextRange>();
    for (const item of deviceItems(model, 'disk')) {
      const vdev = parseDisk(item.text, model.target).vdev;
      const device = vdev === undefined ? undefined : deviceNumber(vdev.text);
      if (vdev === undefined || device === undefined) continue;
      const range = item.rangeOf(vdev);
      const other = first.get(device);
      if (other === undefined) first.set(device, range);
      else yield { message: 'default', range, data: { vdev: vdev.text }, related: [{ range: other, message: 'The device is taken here' }] };
    }
  },
});

/** The same device always gives the same text; plain numbers stand for themselves. */
function deviceNumber(vdev: string): string | undefined {
  const number = readVdev(vdev);
  if (number === undefined) return undefined;
  const family = /^(hd|sd)/.exec(vdev)?.[1] ?? (/^\d/.test(vdev) ? 'number' : 'xvd');
  return `${family} ${number.disk} ${number.partition}`;
}
