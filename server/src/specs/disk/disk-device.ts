/** What libxl refuses of a disk when the domain is created (libxl_device.c, libxl_disk.c). */
import { message } from '../../text/message';
import type { ValueProblem, Wording } from '../../schema/value-problem';
import { isSince } from '../../schema/xen-version';
import type { SpecContext } from '../../schema/value-types/value-type';
import type { Slice, SpecText } from '../../schema/spec-text';
import { type Disk, formatOf } from './disk';

/** How many disks and partitions each family of names has. */
const LIMITS: ReadonlyMap<string, { readonly disks: number; readonly partitions: number }> = new Map([
  ['xvd', { disks: Infinity, partitions: 255 }],
  ['hd', { disks: 4, partitions: 63 }],
  ['sd', { disks: 16, partitions: 15 }],
]);
const MAX_NUMBER = 2 ** 31 - 1;

/** The place of a disk among its like, and of a partition on it. */
export interface VdevNumber {
  readonly disk: number;
  readonly partition: number;
}

/** The numbers that libxl works out of a vdev (libxl_device.c, libxl__device_disk_dev_number); undefined for what it does not take. */
export function readVdev(vdev: string): VdevNumber | undefined {
  return readNamedVdev(vdev) ?? readPairedVdev(vdev) ?? readPlainVdev(vdev);
}

function readNamedVdev(vdev: string): VdevNumber | undefined {
  const match = /^(xvd|hd|sd)([a-z]*)([1-9]\d*)?$/.exec(vdev);
  const limits = LIMITS.get(match?.[1] ?? '');
  if (match === null || limits === undefined) return undefined;
  const disk = letterNumber(match[2] ?? '');
  const partition = Number(match[3] ?? 0);
  return disk < limits.disks && partition <= limits.partitions ? { disk, partition } : undefined;
}

function readPairedVdev(vdev: string): VdevNumber | undefined {
  const match = /^d(\d+)p(\d+)$/.exec(vdev);
  const [disk, partition] = [Number(match?.[1]), Number(match?.[2])];
  return disk < 2 ** 20 && partition < 256 ? { disk, partition } : undefined;
}

function readPlainVdev(vdev: string): VdevNumber | undefined {
  const isNumber = /^(?:0x[0-9a-f]+|\d+)$/i.test(vdev);
  return isNumber && Number(vdev) <= MAX_NUMBER ? { disk: Number(vdev) >> 8, partition: Number(vdev) & 0xff } : undefined;
}

/** The number by which xenstore and messages name a disk (libxl_device.c, libxl__device_disk_dev_number). */
export function diskNumber(vdev: string): number | undefined {
  const number = readVdev(vdev);
  if (number === undefined) return undefined;
  const { disk, partition } = number;
  if (/^\d/.test(vdev)) return Number(vdev);
  if (vdev.startsWith('hd')) return ((disk < 2 ? 3 : 22) << 8) | ((disk & 1) << 6) | partition;
  if (vdev.startsWith('sd')) return (8 << 8) | (disk << 4) | partition;
  return disk < 16 && partition < 16 ? (202 << 8) | (disk << 4) | partition : (1 << 28) | (disk << 8) | partition;
}

/** `a` is 0, `z` 25, `aa` 26; no letter counts as the one before `a`, which libxl does not refuse. */
function letterNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 96, 0) - 1;
}

/** Findings of the create stage for one disk. */
export function* checkDiskDevice(disk: Disk, item: SpecText, context: SpecContext): Generator<ValueProblem> {
  const { vdev, target, format } = disk;
  if (vdev !== undefined && readVdev(vdev.text) === undefined) {
    yield refusedAtCreate(vdev, item, {
      message: 'form',
      data: { text: vdev.text, form: message('a disk name such as `xvda`, `xvdb1`, `hda` or `sda`') },
    });
  }
  if (format?.text === 'empty' && !disk.isCdrom) yield refusedAtCreate(format, item, { message: 'emptyDisk', data: {} });
  const isFilled = target !== undefined && target.text !== '';
  if (format?.text === 'empty' && disk.isCdrom && isFilled && isSince(context.target.xen, '4.7')) {
    yield refusedAtCreate(target, item, { message: 'filledEmptyDisk', data: {} });
  }
  yield* checkBackend(disk, item);
  yield* checkCdBackend(disk, item, context);
}

/** libxl_disk.c, libxl__device_disk_setdefault. */
function* checkCdBackend(disk: Disk, item: SpecText, { domainType, target }: SpecContext): Generator<ValueProblem> {
  const backend = disk.parameters.get('backendtype');
  if (!disk.isCdrom || backend === undefined || domainType !== 'hvm' || !isSince(target.xen, '4.7')) return;
  const takesPhy = isSince(target.xen, '4.19');
  if (backend.text === 'qdisk' || (takesPhy && backend.text === 'phy')) return;
  yield refusedAtCreate(backend, item, {
    message: 'cdromBackend',
    data: { text: backend.text, wanted: takesPhy ? message('`qdisk` or `phy`') : '`qdisk`' },
  });
}

/** The formats that a backend can serve; any where nothing is said. */
const FORMATS: ReadonlyMap<string, readonly string[]> = new Map([
  ['phy', ['raw']],
  ['standalone', ['raw']],
  ['tap', ['raw', 'vhd']],
]);

/** The combinations for which libxl finds no backend (disk_try_backend). */
function* checkBackend(disk: Disk, item: SpecText): Generator<ValueProblem> {
  const backend = disk.parameters.get('backendtype');
  const isEmptyDrive = disk.isCdrom && (disk.target?.text ?? '') === '';
  if (backend === undefined || isEmptyDrive) return;
  const format = formatOf(disk);
  if (FORMATS.get(backend.text)?.includes(format) === false) {
    yield refusedAtCreate(backend, item, { message: 'backendFormat', data: { text: backend.text, format } });
  }
  yield* checkBackendExtras(disk, backend, item);
  const isVirtio = disk.parameters.get('specification')?.text === 'virtio';
  if (isVirtio !== (backend.text === 'standalone'))
    yield refusedAtCreate(backend, item, { message: 'virtioBackend', data: { text: backend.text } });
}

/** Hotplug scripts and replication, which not every backend has. */
function* checkBackendExtras({ parameters, flags }: Disk, backend: Slice, item: SpecText): Generator<ValueProblem> {
  const script = parameters.get('script');
  if (script !== undefined && (backend.text === 'qdisk' || backend.text === 'standalone')) {
    yield refusedAtCreate(script, item, { message: 'script', data: { text: backend.text } });
  }
  const colo = flags.find(({ text }) => text === 'colo');
  if (colo !== undefined && backend.text !== 'qdisk') yield refusedAtCreate(colo, item, { message: 'colo', data: { text: backend.text } });
}

function refusedAtCreate(place: Slice, item: SpecText, wording: Wording<'refused-device-value'>): ValueProblem {
  return { code: 'refused-device-value', range: item.rangeOf(place), ...wording, stage: 'create' };
}
