/** LZO1X in the frame of lzop, as Linux kernels have it (xc_dom_decompress_lzo.c). */
import type { MemoryBudget } from '../memory-budget';
import { Damage, OutputBuffer, SteppedUnpacker, type Unpacker } from './unpacker';
import { message } from '../../text/message';

const MAGIC = [0x89, 0x4c, 0x5a, 0x4f, 0x00, 0x0d, 0x0a, 0x1a, 0x0a];
const FLAG_FILTER = 0x800;
/** Xen takes no larger block, in bytes. */
const MAX_BLOCK = 64 * 1024 * 1024;
/** Packed size, unpacked size and checksum, in bytes. */
const BLOCK_HEADER = 12;

export function unpackLzo(input: Uint8Array, limit: number, budget: MemoryBudget): Unpacker {
  const buffer = new OutputBuffer(limit, budget);
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  let position = -1;
  return new SteppedUnpacker(buffer, () => {
    if (position < 0) position = skipHeader(input, view);
    const size = readLength(view, position);
    if (size === 0) return false;
    const packed = readLength(view, position + 4);
    position += BLOCK_HEADER;
    if (size > MAX_BLOCK || packed > size || packed === 0) throw new Damage(message('a block has an impossible size'));
    if (position + packed > input.length) throw new Damage(message('a block reaches beyond the end of the data'));
    const room = Math.min(size, buffer.room);
    buffer.reserve(buffer.length + room);
    buffer.length = decodeBlock(input, position, position + packed, buffer.bytes, buffer.length, buffer.length + room);
    position += packed;
    return true;
  });
}

function readLength(view: DataView, offset: number): number {
  if (offset + 4 > view.byteLength) throw new Damage(message('the data ends inside a block header'));
  return view.getUint32(offset, false);
}

/** The offset of the first block: behind versions, method, flags, times, the name and a checksum. */
function skipHeader(input: Uint8Array, view: DataView): number {
  if (input.length < 38 || MAGIC.some((byte, index) => input[index] !== byte)) throw new Damage(message('the header is none of lzop'));
  const version = view.getUint16(9, false);
  const hasLevel = version >= 0x940;
  const afterMethod = hasLevel ? 17 : 15;
  const flags = view.getUint32(afterMethod, false);
  const afterFlags = afterMethod + 4 + ((flags & FLAG_FILTER) === 0 ? 0 : 4);
  // Mode and time of the file; the upper half of the time came with the level.
  const nameAt = afterFlags + (hasLevel ? 12 : 8);
  const end = nameAt + 1 + (input[nameAt] ?? 0) + 4;
  if (end > input.length) throw new Damage(message('the data ends inside the header'));
  return end;
}

/** Reads and copies within one block; every access is held against its bounds. */
class BlockDecoder {
  from: number;
  to: number;
  private readonly input: Uint8Array;
  private readonly end: number;
  private readonly out: Uint8Array;
  private readonly outStart: number;
  private readonly outEnd: number;

  constructor(input: Uint8Array, start: number, end: number, out: Uint8Array, outStart: number, outEnd: number) {
    this.input = input;
    this.from = start;
    this.end = end;
    this.out = out;
    this.to = outStart;
    this.outStart = outStart;
    this.outEnd = outEnd;
  }

  byte(): number {
    if (this.from >= this.end) throw new Damage(message('a block ends inside an instruction'));
    return this.input[this.from++] ?? 0;
  }

  /** A length that goes on in further bytes where its bits are 0. */
  length(bits: number, mask: number): number {
    if ((bits & mask) !== 0) return bits & mask;
    let length = mask;
    let byte = this.byte();
    for (; byte === 0; byte = this.byte()) length += 255;
    return length + byte;
  }

  literals(count: number): void {
    if (this.from + count > this.end || this.to + count > this.outEnd)
      throw new Damage(message('literals reach beyond the end of a block'));
    for (let index = 0; index < count; index++) this.out[this.to++] = this.input[this.from++] ?? 0;
  }

  match(offset: number, length: number): void {
    if (offset > this.to - this.outStart || this.to + length > this.outEnd) throw new Damage(message('a match lies outside of its block'));
    copyMatch(this.out, this.to, offset, length);
    this.to += length;
  }
}

/** Shorter runs are copied faster by a loop than by a call. */
const LONG_RUN = 24;

/** Copies from `offset` bytes back; a match may overlap with what it writes. */
function copyMatch(out: Uint8Array, to: number, offset: number, length: number): void {
  if (offset >= length && length > LONG_RUN) out.copyWithin(to, to - offset, to - offset + length);
  else for (let index = to; index < to + length; index++) out[index] = out[index - offset] ?? 0;
}

const FAR_OFFSET = 0x4000;
const FIRST_FAR_SHORT = 0x801;

/** Decodes one block of LZO1X and gives the position after what it wrote. */
function decodeBlock(input: Uint8Array, start: number, end: number, out: Uint8Array, outStart: number, outEnd: number): number {
  const block = new BlockDecoder(input, start, end, out, outStart, outEnd);
  // How many literals the last instruction brought along; 4 stands for a run of its own.
  let state = 0;
  let op = block.byte();
  if (op > 17) {
    block.literals(op - 17);
    state = Math.min(op - 17, 4);
    op = block.byte();
  }
  for (;;) {
    if (op < 16 && state === 0) {
      block.literals(3 + block.length(op, 15));
      state = 4;
    } else {
      const low = op < 32 && op >= 16 ? readFar(block, op) : readNear(block, op, state);
      if (low === undefined) return block.to;
      state = low & 3;
      block.literals(state);
    }
    op = block.byte();
  }
}

/** A match of up to 16 KiB and more back; the one at exactly 16 KiB ends the block. Gives the byte with the number of literals. */
function readFar(block: BlockDecoder, op: number): number | undefined {
  const length = 2 + block.length(op, 7);
  const low = block.byte();
  const offset = ((op & 8) << 11) + (block.byte() << 6) + (low >> 2);
  if (offset === 0) return undefined;
  block.match(offset + FAR_OFFSET, length);
  return low;
}

function readNear(block: BlockDecoder, op: number, state: number): number {
  if (op >= 64) {
    block.match(1 + ((op >> 2) & 7) + (block.byte() << 3), (op >> 5) + 1);
    return op;
  }
  if (op >= 32) {
    const length = 2 + block.length(op, 31);
    const low = block.byte();
    block.match(1 + (low >> 2) + (block.byte() << 6), length);
    return low;
  }
  const high = block.byte() << 2;
  if (state === 4) block.match(FIRST_FAR_SHORT + (op >> 2) + high, 3);
  else block.match(1 + (op >> 2) + high, 2);
  return op;
}
