/** What libxl refuses of a disk when the domain is created (libxl_device.c, libxl_disk.c). */
import { message } from '../../text/message';
import type { ValueProblem, Wording } from '../../schema/value-problem';
import { isSince } from '../../schema/xen-version';
import type { SpecContext } from '../../schema/value-types/value-type';
import type { Slice, SpecText } from '../../schema/spec-text';
import type { Disk } from './disk';
import { checkBackend } from './disk-backend';
import { readVdev } from './vdev';

/** Findings of the create stage for one disk. */
export function* checkDiskDevice(disk: Disk, item: SpecText, context: SpecContext): Generator<ValueProblem> {
  const { vdev, target, format } = disk;
  if (vdev !== undefined && readVdev(vdev.text) === undefined) {
    yield refusedAtCreate(vdev, item, {
      message: 'form',
      data: { text: vdev.text, form: message('a disk name such as `xvda`, `xvdb1`, `hda` or `sda`') },
    });
  }
  if (format?.text === 'empty' && !disk.isCdrom) {
    yield refusedAtCreate(format, item, { message: 'emptyDisk', data: {} });
    return;
  }
  const isFilled = target !== undefined && target.text !== '';
  if (format?.text === 'empty' && disk.isCdrom && isFilled && isSince(context.target.xen, '4.7')) {
    yield refusedAtCreate(target, item, { message: 'filledEmptyDisk', data: {} });
  }
  yield* checkBackend(disk, item, context);
}

function refusedAtCreate(place: Slice, item: SpecText, wording: Wording<'refused-device-value'>): ValueProblem {
  return { code: 'refused-device-value', range: item.rangeOf(place), ...wording, stage: 'create' };
}
