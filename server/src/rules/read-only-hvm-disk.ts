import { findDeviceModel } from '../model/queries/device-model';
import { emulatedDiskCount } from '../model/queries/emulated-disks';
import { defineRule } from '../linter/rule';
import { listDisks } from '../model/queries/disks';
import { type Disk, isReadOnly } from '../specs/disk/disk';
import type { Vdev } from '../specs/disk/vdev';

export default defineRule({
  meta: {
    id: 'read-only-hvm-disk',
    summary: 'Reports a read-only disk among those that QEMU emulates.',
    rationale:
      'QEMU cannot emulate a read-only IDE or AHCI disk; libxl refuses an HVM domain with one. CDs are read-only anyway, and disks with SCSI names, of higher numbers or of a driver domain are not concerned.',
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
    const { deviceModel, isStubdomain } = findDeviceModel(model);
    if (model.domainType !== 'hvm' || deviceModel !== 'qemu-xen') return;
    const limit = emulatedDiskCount(model);
    for (const { item, disk, device } of listDisks(model)) {
      // A stub domain gets every disk; QEMU in dom0 has no way to those of another domain, whatever its name is.
      const isReachable = isStubdomain || !disk.parameters.has('backend');
      if (disk.access === undefined || disk.isCdrom || !isReadOnly(disk) || !isReachable || !isEmulated(disk, device, limit)) continue;
      yield { message: 'default', range: item.rangeOf(disk.access) };
    }
  },
});

/** QEMU gets the first disks, whatever their family, but for those with SCSI names and those that are only numbers. */
function isEmulated({ vdev }: Disk, device: Vdev | undefined, limit: number): boolean {
  return device?.disk !== undefined && device.disk < limit && vdev?.text.startsWith('sd') === false;
}
