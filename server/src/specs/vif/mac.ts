/** Reads an Ethernet address the way xl does: six times strtoul in base 16, and one character of any kind between. */
import { digest } from '../../text/digest';
import type { NamedThing } from '../../schema/named-thing';
import { scanUnsigned } from '../../schema/c-text/c-number';

export interface ReadMac {
  /** The address that xl keeps; bytes that it could not read are 0. */
  readonly stored: string;
  readonly byteCount: number;
  readonly isComplete: boolean;
}

/** The address of an interface for which nothing sets one. */
export const UNSET_MAC = '00:00:00:00:00:00';
/** How addresses begin that Xen has for its guests. */
export const XEN_RANGE = '00:16:3e:';
/** In the first byte: no maker gave the address out. */
export const LOCAL = 0x02;
const BYTE_COUNT = 6;

/** The address of an interface, which xl reads in many spellings. */
export const MAC: NamedThing = {
  kind: 'mac',
  what: 'a MAC address',
  reach: 'workspace',
  identify(text) {
    const { stored, isComplete } = readMac(text);
    return isComplete ? stored : undefined;
  },
};

/** The address in a text; `previous` is what an earlier one left in the bytes that are not read. */
export function readMac(text: string, previous = UNSET_MAC): ReadMac {
  const before = previous.split(':');
  const bytes: number[] = [];
  let position = 0;
  while (bytes.length < BYTE_COUNT) {
    const scanned = scanUnsigned(text.slice(position), 16);
    const byte = Number(BigInt.asUintN(32, scanned?.value ?? 0n));
    if (scanned === undefined || byte > 0xff) break;
    bytes.push(byte);
    position += scanned.length + 1;
  }
  const stored = before.map((old, index) => bytes[index]?.toString(16).padStart(2, '0') ?? old).join(':');
  return { stored, byteCount: bytes.length, isComplete: bytes.length === BYTE_COUNT };
}

/**
 * An address of the range that Xen has for guests. The same seed gives the same
 * address, so a seed has to hold what tells domains apart, such as the whole config.
 */
export function makeMac(seed: string): string {
  const hash = digest(seed);
  const bytes = [(hash >>> 16) & 0x7f, (hash >>> 8) & 0xff, hash & 0xff];
  return ['00', '16', '3e', ...bytes.map((byte) => byte.toString(16).padStart(2, '0'))].join(':');
}
