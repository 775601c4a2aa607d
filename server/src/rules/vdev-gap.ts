import { defineRule } from '../linter/rule';
import { listDisks } from '../model/queries/disks';

/** Beyond the letters nobody counts. */
const LETTERS = 26;
const CODE_OF_A = 97;

export default defineRule({
  meta: {
    id: 'vdev-gap',
    summary: 'Reports disks whose names leave one out.',
    rationale:
      'A guest with `xvda` and `xvdc` has no second disk, which surprises whoever looks for one in the installer or in `/etc/fstab`. Names follow each other unless one is left free on purpose.',
    category: 'style',
    severity: 'hint',
    subjects: ['disk'],
    fixable: 'never',
    messages: {
      default: 'There is no disk `{missing}` before `{vdev}`',
    },
    evidence: ['tools/libs/light/libxl_device.c: libxl__device_disk_dev_number'],
  },
  *check({ model }) {
    const disks = listDisks(model).flatMap(({ item, disk: { vdev, isCdrom }, device }) => {
      const disk = vdev?.text.startsWith('sd') === true ? undefined : device?.disk;
      return vdev === undefined || disk === undefined ? [] : [{ vdev: vdev.text, disk, isCdrom, range: item.rangeOf(vdev) }];
    });
    const present = new Set(disks.map(({ disk }) => disk));
    for (const { vdev, disk, isCdrom, range } of disks) {
      // CD drives stand at the end of the IDE bus by habit.
      if (isCdrom || disk <= 0 || disk > LETTERS || present.has(disk - 1)) continue;
      yield { message: 'default', range, data: { vdev, missing: `xvd${String.fromCharCode(CODE_OF_A + disk - 1)}` } };
    }
  },
});
