/** The names of disks in the guest, as libxl reads them (libxl_device.c, libxl__device_disk_dev_number). */
import type { NamedThing } from '../../schema/named-thing';
import { scanUnsigned } from '../../schema/c-text/c-number';

export interface Vdev {
  /** What libxl tells devices apart by. */
  readonly number: number;
  /** Which of its like the disk is; undefined where only the number is given. */
  readonly disk: number | undefined;
  /** 0 is the whole disk; undefined where only the number is given. */
  readonly partition: number | undefined;
}

/** How many disks and partitions each family of names has, and the number of each. */
interface Family {
  readonly prefix: string;
  readonly disks: number;
  readonly partitions: number;
  readonly numberOf: (disk: number, partition: number) => number;
}

/** The same device of a guest can have several names; those of other guests are other devices. */
export const VDEV: NamedThing = {
  kind: 'disk',
  what: 'the name of a disk in the guest',
  reach: 'config',
  identify: (text) => readVdev(text === '' ? '?' : text)?.number.toString(),
};

const XEN_MAJOR = 202;
const SCSI_MAJOR = 8;
const IDE_MAJORS = [3, 3, 22, 22];
/** What does not fit the numbers of Linux has a form of Xen's own. */
const EXTENDED = 1 << 28;
const MAX_NUMBER = 2 ** 31 - 1;

function xenNumber(disk: number, partition: number): number {
  return disk <= 15 && partition <= 15 ? (XEN_MAJOR << 8) | (disk << 4) | partition : EXTENDED | (disk << 8) | partition;
}

const XVD: Family = { prefix: 'xvd', disks: 2 ** 20, partitions: 255, numberOf: xenNumber };
const HD: Family = {
  prefix: 'hd',
  disks: 4,
  partitions: 63,
  numberOf: (disk, partition) => ((IDE_MAJORS[disk] ?? 3) << 8) | ((disk & 1) << 6) | partition,
};
const SD: Family = {
  prefix: 'sd',
  disks: 16,
  partitions: 15,
  numberOf: (disk, partition) => (SCSI_MAJOR << 8) | (disk << 4) | partition,
};

/** What libxl works out of a name; undefined for one that it does not take. */
export function readVdev(vdev: string): Vdev | undefined {
  const read = readPair(vdev) ?? readName(vdev, XVD) ?? readNumber(vdev) ?? readName(vdev, HD) ?? readName(vdev, SD);
  // With this number libxl says that there is none.
  return read?.number === -1 ? undefined : read;
}

function readName(vdev: string, { prefix, disks, partitions, numberOf }: Family): Vdev | undefined {
  const match = vdev.startsWith(prefix) ? /^([a-z]*)([1-9]\d*)?$/.exec(vdev.slice(prefix.length)) : null;
  if (match === null) return undefined;
  const disk = letterNumber(match[1] ?? '');
  const partition = Number(match[2] ?? 0);
  return disk < disks && partition <= partitions ? { number: numberOf(disk, partition), disk, partition } : undefined;
}

/** `d0p1`, with the numbers as scanf takes them. */
function readPair(vdev: string): Vdev | undefined {
  if (!vdev.startsWith('d')) return undefined;
  const disk = scanInteger(vdev.slice(1));
  const rest = vdev.slice(1 + (disk?.length ?? 0));
  const partition = rest.startsWith('p') ? scanInteger(rest.slice(1)) : undefined;
  if (disk === undefined || partition?.length !== rest.length - 1) return undefined;
  const isNamed = disk.value < 2 ** 20 && partition.value < 256;
  return isNamed ? { number: xenNumber(disk.value, partition.value), disk: disk.value, partition: partition.value } : undefined;
}

function scanInteger(text: string): { readonly value: number; readonly length: number } | undefined {
  const scanned = scanUnsigned(text, 0);
  return scanned === undefined ? undefined : { value: Number(BigInt.asIntN(32, scanned.value)), length: scanned.length };
}

function readNumber(vdev: string): Vdev | undefined {
  if (vdev === '') return { number: 0, disk: undefined, partition: undefined };
  const scanned = scanUnsigned(vdev, 0);
  const isWhole = scanned?.length === vdev.length && scanned.value <= MAX_NUMBER;
  return isWhole ? { number: Number(scanned.value), disk: undefined, partition: undefined } : undefined;
}

/** `a` is 0, `z` 25, `aa` 26; no letter counts as the one before `a`, which libxl does not refuse. */
function letterNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 96, 0) - 1;
}
