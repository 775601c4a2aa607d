/** LZ4 in the legacy frame of Linux kernels: a magic, then length and block in turns (xc_dom_decompress_lz4.c). */
import type { MemoryBudget } from '../memory-budget';
import { Damage, OutputBuffer, SteppedUnpacker, type Unpacker } from './unpacker';
import { message } from '../../text/message';

const MAGIC = 0x184c2102;
/** Blocks of the legacy frame hold this much, in bytes. */
const BLOCK_SIZE = 8 * 1024 * 1024;
const MIN_MATCH = 4;

export function unpackLz4(input: Uint8Array, limit: number, budget: MemoryBudget): Unpacker {
  const buffer = new OutputBuffer(limit, budget);
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  let position = 4;
  return new SteppedUnpacker(buffer, () => {
    if (position === input.length) return false;
    if (position + 4 > input.length) throw new Damage(message('the data ends inside a block length'));
    const length = view.getUint32(position, true);
    position += 4;
    if (length === MAGIC) return true;
    if (position + length > input.length) throw new Damage(message('a block reaches beyond the end of the data'));
    const room = Math.min(BLOCK_SIZE, buffer.room);
    if (length === 0) return true;
    buffer.reserve(buffer.length + room);
    buffer.length = decodeBlock(input, position, position + length, buffer.bytes, buffer.length, buffer.length + room);
    position += length;
    return true;
  });
}

/** Decodes one block of LZ4 and gives the position after what it wrote. */
function decodeBlock(input: Uint8Array, start: number, end: number, out: Uint8Array, outStart: number, outEnd: number): number {
  let [from, to] = [start, outStart];
  while (from < end) {
    const token = input[from++] ?? 0;
    let literals = token >> 4;
    if (literals === 15) {
      let more = 255;
      while (more === 255 && from < end) literals += more = input[from++] ?? 0;
    }
    if (from + literals > end || to + literals > outEnd) throw new Damage(message('literals reach beyond the end of a block'));
    copyBytes(input, from, out, to, literals);
    from += literals;
    to += literals;
    if (from === end) return to;
    const offset = (input[from] ?? 0) | ((input[from + 1] ?? 0) << 8);
    from += 2;
    let length = token & 15;
    if (length === 15) {
      let more = 255;
      while (more === 255 && from < end) length += more = input[from++] ?? 0;
    }
    length += MIN_MATCH;
    if (offset === 0 || offset > to || to + length > outEnd) throw new Damage(message('a match lies outside of what was unpacked'));
    copyMatch(out, to, offset, length);
    to += length;
  }
  throw new Damage(message('a block ends inside a sequence'));
}

/** Short runs are the rule, for which a loop is faster than a call. */
const LONG_RUN = 24;

function copyBytes(input: Uint8Array, from: number, out: Uint8Array, to: number, length: number): void {
  if (length > LONG_RUN) out.set(input.subarray(from, from + length), to);
  else for (let index = 0; index < length; index++) out[to + index] = input[from + index] ?? 0;
}

/** Copies from `offset` bytes back; a match may overlap with what it writes. */
export function copyMatch(out: Uint8Array, to: number, offset: number, length: number): void {
  if (offset >= length && length > LONG_RUN) out.copyWithin(to, to - offset, to - offset + length);
  else for (let index = to; index < to + length; index++) out[index] = out[index - offset] ?? 0;
}
