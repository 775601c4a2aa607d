import { defineRule } from '../linter/rule';
import { listDisks } from '../model/queries/disks';
import { emulatedDiskCount } from '../model/queries/emulated-disks';

/** CD drives are emulated one further than disks. */
const CD_DRIVES = 5;

export default defineRule({
  meta: {
    id: 'disk-not-emulated',
    summary: 'Reports disks of an HVM domain that QEMU does not emulate.',
    rationale:
      'QEMU emulates four IDE disks, or six with AHCI, and the SCSI ones. The guest sees any other only through PV drivers, so it can neither boot from it nor see it in an installer.',
    category: 'correctness',
    severity: 'information',
    subjects: ['disk'],
    fixable: 'never',
    messages: {
      disk: 'QEMU emulates only the first {limit} disks, so the guest sees `{vdev}` only with PV drivers',
      cdrom: 'QEMU does not emulate a CD drive at `{vdev}`, so only PV drivers can see it',
    },
    evidence: ['tools/libs/light/libxl_dm.c: libxl__build_device_model_args_new'],
  },
  *check({ model }) {
    if (model.domainType !== 'hvm') return;
    const limit = emulatedDiskCount(model);
    for (const {
      item,
      disk: { vdev, isCdrom },
      device,
    } of listDisks(model)) {
      if (vdev === undefined || device === undefined || vdev.text.startsWith('sd')) continue;
      // Of a device that is only a number libxl does not work out which disk it is.
      const isBeyond = device.disk === undefined || device.disk >= (isCdrom ? CD_DRIVES : limit);
      if (isBeyond)
        yield { message: isCdrom ? 'cdrom' : 'disk', range: item.rangeOf(vdev), data: { vdev: vdev.text, limit: String(limit) } };
    }
  },
});
