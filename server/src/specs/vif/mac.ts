/** Reads an Ethernet address the way xl does: six times strtoul in base 16, and one character of any kind between. */

export interface ReadMac {
  /** The address that xl keeps; bytes that it could not read are 0. */
  readonly stored: string;
  readonly byteCount: number;
  readonly isComplete: boolean;
}

const BYTE_COUNT = 6;
const BYTE = /^[ \t\n\v\f\r]*[+-]?(?:0[xX](?=[0-9a-fA-F]))?([0-9a-fA-F]+)/;

export function readMac(text: string): ReadMac {
  const bytes: number[] = [];
  let position = 0;
  while (bytes.length < BYTE_COUNT) {
    const match = BYTE.exec(text.slice(position));
    const byte = Number.parseInt(match?.[1] ?? '', 16);
    if (match === null || !(byte <= 0xff)) break;
    bytes.push(byte);
    position += match[0].length + 1;
  }
  const all = Array.from({ length: BYTE_COUNT }, (_, index) => bytes[index] ?? 0);
  const stored = all.map((byte) => byte.toString(16).padStart(2, '0')).join(':');
  return { stored, byteCount: bytes.length, isComplete: bytes.length === BYTE_COUNT };
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * An address of the range that Xen has for guests. The same seed gives the same
 * address, so a seed has to hold what tells domains apart, such as the whole config.
 */
export function makeMac(seed: string): string {
  let hash = FNV_OFFSET;
  for (let index = 0; index < seed.length; index++) hash = Math.imul(hash ^ seed.charCodeAt(index), FNV_PRIME) >>> 0;
  const bytes = [(hash >>> 16) & 0x7f, (hash >>> 8) & 0xff, hash & 0xff];
  return ['00', '16', '3e', ...bytes.map((byte) => byte.toString(16).padStart(2, '0'))].join(':');
}
