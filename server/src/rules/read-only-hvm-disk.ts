import { emulatedDiskCount } from '../model/queries/emulated-disks';
import { defineRule } from '../linter/rule';
import { deviceItems } from '../model/queries/device-items';
import { type Disk, isReadOnly, parseDisk } from '../specs/disk/disk';
import { readVdev } from '../specs/disk/disk-device';

export default defineRule({
  meta: {
    id: 'read-only-hvm-disk',
    summary: 'Reports a read-only disk among those that QEMU emulates.',
    rationale:
      'QEMU cannot emulate a read-only IDE or AHCI disk; libxl refuses an HVM domain with one. CDs are read-only anyway, and disks with SCSI names or of higher numbers are not concerned.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['disk'],
    since: '4.7',
    fixable: 'never',
    messages: {
      default: 'An emulated disk cannot be read-only: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_dm.c: libxl__build_device_model_args_new'],
  },
  *check({ model }) {
    if (model.domainType !== 'hvm') return;
    const limit = emulatedDiskCount(model);
    for (const item of deviceItems(model, 'disk')) {
      const disk = parseDisk(item.text, model.target);
      if (disk.access === undefined || disk.isCdrom || !isReadOnly(disk) || !isEmulated(disk, limit)) continue;
      yield { message: 'default', range: item.rangeOf(disk.access) };
    }
  },
});

/** QEMU gets the first disks, whatever their family, but for those with SCSI names. */
function isEmulated({ vdev }: Disk, limit: number): boolean {
  const number = readVdev(vdev?.text ?? '')?.disk;
  return number !== undefined && number >= 0 && number < limit && vdev?.text.startsWith('sd') === false;
}
