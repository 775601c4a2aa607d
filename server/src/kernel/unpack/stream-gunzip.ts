/** gzip a piece at a time, by a library that answers at once: for browsers, whose own streams only answer later, and for what is too large to be unpacked in one go. */
import { Gunzip } from 'fflate';
import type { MemoryBudget } from '../memory-budget';
import { Damage, OutputBuffer, SteppedUnpacker, type Unpacker } from './unpacker';
import { message } from '../../text/message';

/** How much of the input is handed over at a time, in bytes; it can become a thousand times as much. */
const PIECE = 4096;
/** What the library throws away until somebody collects it, in bytes. */
const WASTE = 24 * 1024 * 1024;

/** Unpacks the first member. */
export function streamGunzip(input: Uint8Array, limit: number, budget: MemoryBudget): Unpacker {
  const buffer = new OutputBuffer(limit, budget);
  let isDone = false;
  const stream = new Gunzip((piece, isLast) => {
    const fitting = piece.subarray(0, buffer.room);
    buffer.reserve(buffer.length + fitting.length);
    buffer.bytes.set(fitting, buffer.length);
    buffer.length += fitting.length;
    isDone = isLast;
  });
  stream.onmember = (offset) => {
    if (offset > 0) isDone = true;
  };
  let position = 0;
  let isStarted = false;
  return new SteppedUnpacker(buffer, () => {
    if (!isStarted && !budget.take(WASTE)) throw new Damage(message('it is too large'));
    isStarted = true;
    if (isDone || position >= input.length) return false;
    const end = Math.min(input.length, position + PIECE);
    try {
      stream.push(input.subarray(position, end), end === input.length);
    } catch (error) {
      throw new Damage(error instanceof Error ? error.message : String(error));
    }
    position = end;
    return buffer.room > 0;
  });
}
