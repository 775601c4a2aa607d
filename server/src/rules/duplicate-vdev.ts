import { message } from '../text/message';
import { deviceItems } from '../model/queries/device-items';
import type { DomainModel } from '../model/domain-model';
import { findRepeats, type Occurrence } from '../model/queries/find-repeats';
import { parseDisk } from '../specs/disk/disk';
import { readVdev } from '../specs/disk/disk-device';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'duplicate-vdev',
    summary: 'Reports two disks on one device.',
    rationale:
      'xl accepts such a file, but libxl refuses the second disk, so the domain is not created. `xvda` and `d0p0` are the same device under two names.',
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
    for (const { range, first } of findRepeats(listDevices(model))) {
      const related = [{ range: first, message: message('The device is taken here') }];
      yield { message: 'default', range, data: { vdev: model.tree.text.slice(range.start, range.end) }, related };
    }
  },
});

function* listDevices(model: DomainModel): Generator<Occurrence> {
  for (const item of deviceItems(model, 'disk')) {
    const vdev = parseDisk(item.text, model.target).vdev;
    const key = vdev === undefined ? undefined : deviceNumber(vdev.text);
    if (vdev !== undefined && key !== undefined) yield { key, range: item.rangeOf(vdev) };
  }
}

/** The same device always gives the same text; plain numbers stand for themselves. */
function deviceNumber(vdev: string): string | undefined {
  const number = readVdev(vdev);
  if (number === undefined) return undefined;
  const family = /^(hd|sd)/.exec(vdev)?.[1] ?? (/^\d/.test(vdev) ? 'number' : 'xvd');
  return `${family} ${number.disk} ${number.partition}`;
}
