import { message } from '../text/message';
import { listDisks } from '../model/queries/disks';
import type { DomainModel } from '../model/domain-model';
import { findRepeats, type Occurrence } from '../model/queries/find-repeats';
import { writeInstead } from '../linter/fixes/write-instead';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { FreeVdevs } from '../model/queries/free-vdevs';

/** Before the numbers of virtio disks. */
const VIRTIO = 'virtio ';

export default defineRule({
  meta: {
    id: 'duplicate-vdev',
    summary: 'Reports two disks on one device.',
    rationale:
      'xl accepts such a file, but libxl refuses the second disk, so the domain is not created. `xvda`, `d0p0` and `51712` are one device under three names.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['disk'],
    fixable: 'sometimes',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: '`{vdev}` is the device of another disk already: libxl refuses the second one',
    },
    evidence: ['tools/libs/light/libxl_disk.c: device_disk_add'],
  },
  *check({ model }) {
    let vdevs: FreeVdevs | undefined;
    for (const { key, range, first } of findRepeats(listDevices(model))) {
      vdevs ??= new FreeVdevs(model);
      const free = key.startsWith(VIRTIO) ? undefined : vdevs.take();
      const fixes = free === undefined ? [] : [writeInstead(range, free)];
      const related = [{ range: first, message: message('The device is taken here') }];
      yield { message: 'default', range, data: { vdev: model.tree.text.slice(range.start, range.end) }, related, fixes };
    }
  },
});

function* listDevices(model: DomainModel): Generator<Occurrence> {
  for (const {
    item,
    disk: { vdev, parameters },
    device,
  } of listDisks(model)) {
    // Virtio disks have numbers of their own.
    const isVirtio = parameters.get('specification')?.text === 'virtio';
    if (vdev === undefined || device === undefined) continue;
    yield { key: isVirtio ? VIRTIO + String(device.number) : String(device.number), range: item.rangeOf(vdev) };
  }
}
