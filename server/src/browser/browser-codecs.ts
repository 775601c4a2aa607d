/** gzip and zstd in a browser worker. The streams of browsers only answer later, so gzip is unpacked by a library that answers at once. */
import { Gunzip } from 'fflate';
import { createZstdCodec } from '../zstd/zstd-codec';
import type { Codecs } from '../kernel/codecs';
import { Damage, OutputBuffer, SteppedUnpacker, type Unpacker } from '../kernel/unpack/unpacker';

/** How much of the input is handed over at a time, in bytes. */
const PIECE = 64 * 1024;

export async function createBrowserCodecs(): Promise<Codecs> {
  return { gunzip, unzstd: await createZstdCodec() };
}

function gunzip(input: Uint8Array, limit: number): Unpacker {
  const buffer = new OutputBuffer(limit);
  let isDone = false;
  const stream = new Gunzip((piece, isLast) => {
    const fitting = piece.subarray(0, buffer.room);
    buffer.reserve(buffer.length + fitting.length);
    buffer.bytes.set(fitting, buffer.length);
    buffer.length += fitting.length;
    isDone = isLast;
  });
  // Only the first member counts.
  stream.onmember = (offset) => {
    if (offset > 0) isDone = true;
  };
  let position = 0;
  return new SteppedUnpacker(buffer, () => {
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
