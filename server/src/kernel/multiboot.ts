/** The table that old Xen kernels without ELF headers have (xg_dom_binloader.c). */
import { ByteReader } from './byte-reader';
import type { ByteSource } from './byte-source';

const MAGIC = 0x336ec578;
const MIN_SIZE = 32;
const SEARCHED = 8192;
/** The two bits that say for which machine, the one that does not matter, and the others, which have to be these. */
const MACHINE_BITS = 0xc000;
const IGNORED_BIT = 1;
const OTHER_FLAGS = 0x10000;

export interface MultibootTable {
  readonly guest: 'x86_32' | 'x86_32p' | 'x86_64' | 'x86_32 or x86_32p';
  /** Whether the addresses in it make sense. */
  readonly isSane: boolean;
}

/** The table in the first 8 KiB; undefined where there is none. */
export function readMultiboot(source: ByteSource): MultibootTable | undefined {
  const reader = new ByteReader(source);
  const end = source.size > SEARCHED + MIN_SIZE ? SEARCHED : source.size - MIN_SIZE;
  for (let place = 0; place < end; place += 4) {
    if (reader.u32(place) !== MAGIC) continue;
    const [flags, checksum] = [reader.u32(place + 4), reader.u32(place + 8)];
    if ((MAGIC + flags + checksum) % 2 ** 32 === 0) return readTable(reader, place, flags);
  }
  return undefined;
}

const GUESTS = ['x86_32', 'x86_32p', 'x86_64', 'x86_32 or x86_32p'] as const;

function readTable(reader: ByteReader, place: number, flags: number): MultibootTable {
  const header = reader.u32(place + 12);
  const load = reader.u32(place + 16);
  const loadEnd = reader.u32(place + 20);
  const bssEnd = reader.u32(place + 24);
  // The builder counts in 32 bits, but for the end of the file.
  const start = (header - place) >>> 0;
  const fileEnd = start + reader.size;
  const end = loadEnd === 0 ? fileEnd >>> 0 : loadEnd;
  const hasFlags = (flags & ~(MACHINE_BITS | IGNORED_BIT)) >>> 0 === OTHER_FLAGS;
  const isInFile = header >= load && place >= header - load && end <= fileEnd;
  const isSane = hasFlags && isInFile && (bssEnd === 0 || bssEnd >= end);
  return { guest: GUESTS[(flags & MACHINE_BITS) >> 14] ?? 'x86_32', isSane };
}
