/** A MAC address, or the path of a block device or an image, alone on a line. */
import type { PastedDisk, ReadLine } from './pasted-device';

const MAC = /^(?:link\/ether\s+)?([\da-f]{2}(?:([:-])[\da-f]{2})(?:\2[\da-f]{2}){4})(?:\s+brd\s.*)?$/i;

/** An address that a card can have: not one of a group. */
export function readMacLine(line: string): ReadLine | undefined {
  const mac = MAC.exec(line)?.[1]?.replaceAll('-', ':').toLowerCase();
  if (mac === undefined || (Number.parseInt(mac.slice(0, 2), 16) & 1) === 1 || mac === '00:00:00:00:00:00') return undefined;
  return [{ kind: 'interface', mac }];
}

/** What the name of an image says of its format. */
const FORMATS: Readonly<Record<string, string>> = {
  ...{ qcow2: 'qcow2', qcow: 'qcow', vhd: 'vhd', qed: 'qed' },
  ...{ raw: 'raw', img: 'raw', iso: 'raw', bin: 'raw' },
};

const IMAGE = /^\/(?:[^\s,='"]*)\.([a-z\d]+)$/i;
const BLOCK_DEVICE = /^\/dev\/[^\s,='"]+$/;

/** The path of a device below `/dev`, or of an image with a name that says what it is. */
export function readPathLine(line: string): ReadLine | undefined {
  const disk = BLOCK_DEVICE.test(line) ? diskOf(line, 'raw') : readImage(line);
  return disk === undefined ? undefined : [disk];
}

function readImage(path: string): PastedDisk | undefined {
  const format = FORMATS[IMAGE.exec(path)?.[1]?.toLowerCase() ?? ''];
  return format === undefined ? undefined : diskOf(path, format);
}

/** A disk with the format that its name says, else the given one. */
export function diskOf(target: string, format: string | undefined): PastedDisk {
  const isCdrom = /\.iso$/i.test(target);
  const named = FORMATS[/\.([a-z\d]+)$/i.exec(target)?.[1]?.toLowerCase() ?? ''];
  return { kind: 'disk', target, format: format ?? named ?? 'raw', isCdrom, isReadOnly: isCdrom };
}
