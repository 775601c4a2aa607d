/** LZMA in its old form: properties, size of the dictionary, size of the data, and the stream. */
import type { MemoryBudget } from '../memory-budget';
import { LzmaDecoder } from './lzma-decoder';
import { Machine } from './machine';
import { Damage, OutputBuffer, SteppedUnpacker, type Unpacker } from './unpacker';
import { message } from '../../text/message';

const HEADER_SIZE = 13;
/** How much is decoded at a time, in bytes. */
const STEP = 256 * 1024;
/** The longest match of LZMA, in bytes. */
const MAX_MATCH = 273;

export function unpackLzma(input: Uint8Array, limit: number, budget: MemoryBudget): Unpacker {
  const machine = new Machine(input, limit, budget, 1);
  const buffer = new OutputBuffer(limit, budget, machine.rooms[0]);
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const decoder = new LzmaDecoder(machine, HEADER_SIZE, buffer);
  let size = -1;
  return new SteppedUnpacker(buffer, () => {
    if (size < 0) size = start(input, view, decoder, limit);
    if (buffer.length >= size || decoder.isAtEnd) return false;
    const end = Math.min(size, buffer.length + Math.min(STEP, buffer.room));
    const farthest = Math.min(size, end + Math.min(MAX_MATCH, buffer.room - (end - buffer.length)));
    buffer.reserve(farthest);
    decoder.decode(end, farthest, farthest === buffer.length + buffer.room);
    return buffer.room > 0;
  });
}

/** Reads the header; the result is the size of the data, which may be unknown. */
function start(input: Uint8Array, view: DataView, decoder: LzmaDecoder, limit: number): number {
  if (input.length < HEADER_SIZE || !decoder.setProperties(input[0] ?? 0)) throw new Damage(message('the header is none of LZMA'));
  const size = view.getBigUint64(5, true);
  decoder.resetState();
  decoder.startRange();
  return size === 0xffff_ffff_ffff_ffffn ? limit : Number(size);
}
