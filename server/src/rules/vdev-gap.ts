import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
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
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: 'There is no disk `{missing}` before `{vdev}`',
    },
    evidence: ['tools/libs/light/libxl_device.c: libxl__device_disk_dev_number'],
  },
  *check({ model }) {
    const disks = listDisks(model).filter(({ disk: { vdev } }) => vdev?.text.startsWith('sd') === false);
    const present = new Set(disks.map(({ device }) => device?.disk));
    for (const { item, disk, device } of disks) {
      const number = device?.disk ?? 0;
      // CD drives stand at the end of the IDE bus by habit.
      if (disk.vdev === undefined || disk.isCdrom || number <= 0 || number > LETTERS || present.has(number - 1)) continue;
      const missing = `xvd${String.fromCharCode(CODE_OF_A + number - 1)}`;
      yield { message: 'default', range: item.rangeOf(disk.vdev), data: { vdev: disk.vdev.text, missing } };
    }
  },
});
