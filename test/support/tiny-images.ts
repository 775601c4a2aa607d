/** Small images built in code, with just what the builder of Xen looks at. */

export interface NoteSpec {
  readonly type: number;
  readonly value: string | number | Uint8Array;
}

export interface ElfSpec {
  readonly bits?: 32 | 64;
  readonly machine?: number;
  readonly notes?: readonly NoteSpec[];
  /** Physical address that the one segment is loaded at. */
  readonly address?: number;
  readonly entry?: number;
  readonly noteName?: string;
}

const SEGMENT_SIZE = 0x1000;

/** An ELF file with one segment to load and, where there are notes, one with notes. */
// eslint-disable-next-line complexity -- two layouts side by side
export function makeElf({
  bits = 64,
  machine = 62,
  notes = [],
  address = 0x100000,
  entry = address,
  noteName = 'Xen',
}: ElfSpec = {}): Uint8Array {
  const noteBytes = concat(notes.map((note) => makeNote(noteName, note)));
  const headerSize = bits === 64 ? 64 : 52;
  const segmentSize = bits === 64 ? 56 : 32;
  const segmentCount = notes.length === 0 ? 1 : 2;
  const noteOffset = headerSize + segmentSize * segmentCount;
  const bytes = new Uint8Array(noteOffset + noteBytes.length + 64);
  const view = new DataView(bytes.buffer);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, bits === 64 ? 2 : 1, 1, 1]);
  view.setUint16(16, 2, true);
  view.setUint16(18, machine, true);
  const word = (offset: number, value: number): void => {
    if (bits === 64) view.setBigUint64(offset, BigInt(value), true);
    else view.setUint32(offset, value, true);
  };
  word(24, entry);
  word(bits === 64 ? 32 : 28, headerSize);
  const counts = bits === 64 ? 54 : 42;
  view.setUint16(counts, segmentSize, true);
  view.setUint16(counts + 2, segmentCount, true);
  view.setUint16(counts + 8, 1, true);
  writeSegment(view, bits, headerSize, { type: 1, offset: 0, address, fileSize: 0, memorySize: SEGMENT_SIZE });
  if (segmentCount === 2) {
    writeSegment(view, bits, headerSize + segmentSize, {
      type: 4,
      offset: noteOffset,
      address: 0,
      fileSize: noteBytes.length,
      memorySize: 0,
    });
  }
  bytes.set(noteBytes, noteOffset);
  return bytes;
}

interface SegmentSpec {
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly fileSize: number;
  readonly memorySize: number;
}

function writeSegment(view: DataView, bits: 32 | 64, at: number, { type, offset, address, fileSize, memorySize }: SegmentSpec): void {
  view.setUint32(at, type, true);
  if (bits === 64) {
    view.setUint32(at + 4, 7, true);
    const fields = [offset, address, address, fileSize, memorySize];
    for (const [index, value] of fields.entries()) view.setBigUint64(at + 8 + index * 8, BigInt(value), true);
  } else {
    const fields = [offset, address, address, fileSize, memorySize, 7];
    for (const [index, value] of fields.entries()) view.setUint32(at + 4 + index * 4, value, true);
  }
}

export function makeNote(name: string, { type, value }: NoteSpec): Uint8Array {
  const text = new TextEncoder().encode(`${name}\0`);
  const content = typeof value === 'string' ? new TextEncoder().encode(`${value}\0`) : typeof value === 'number' ? u64(value) : value;
  const note = new Uint8Array(12 + pad(text.length) + pad(content.length));
  const view = new DataView(note.buffer);
  view.setUint32(0, text.length, true);
  view.setUint32(4, content.length, true);
  view.setUint32(8, type, true);
  note.set(text, 12);
  note.set(content, 12 + pad(text.length));
  return note;
}

function u64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value), true);
  return bytes;
}

function pad(length: number): number {
  return Math.ceil(length / 4) * 4;
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let position = 0;
  for (const part of parts) {
    all.set(part, position);
    position += part.length;
  }
  return all;
}

export interface BzImageSpec {
  readonly payload: Uint8Array;
  readonly protocol?: number;
  readonly version?: string;
  /** Bytes that the payload claims beyond what there is. */
  readonly excess?: number;
}

/** A bzImage with one setup sector. */
export function makeBzImage({ payload, protocol = 0x20f, version = '6.1.0-amd64', excess = 0 }: BzImageSpec): Uint8Array {
  const bytes = new Uint8Array(1024 + payload.length);
  const view = new DataView(bytes.buffer);
  bytes[0x1f1] = 1;
  view.setUint16(0x1fe, 0xaa55, true);
  bytes.set(new TextEncoder().encode('HdrS'), 0x202);
  view.setUint16(0x206, protocol, true);
  view.setUint16(0x20e, 0x300 - 0x200, true);
  view.setUint32(0x248, 0, true);
  view.setUint32(0x24c, payload.length + excess, true);
  bytes.set(new TextEncoder().encode(`${version} (builder@host) #1\0`), 0x300);
  bytes.set(payload, 1024);
  return bytes;
}

/** A compressed payload with the size of what it holds after it, as Linux builds it. */
export function withSizeWord(packed: Uint8Array, size: number): Uint8Array {
  const word = new Uint8Array(4);
  new DataView(word.buffer).setUint32(0, size, true);
  return concat([packed, word]);
}

/** Notes as Linux has them for PV and PVH. */
export const PV_NOTES: readonly NoteSpec[] = [
  { type: 6, value: 'linux' },
  { type: 7, value: '2.6' },
  { type: 5, value: 'xen-3.0' },
  { type: 8, value: 'generic' },
  { type: 3, value: 0 },
  { type: 1, value: 0x100000 },
];
export const PVH_NOTE: NoteSpec = { type: 18, value: 0x100000 };
