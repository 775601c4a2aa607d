/** zstd by the part of the library that unpacks a whole stream at once, which takes half the time of its streaming: it copies nothing. */
import type { ZSTDDecoder } from 'zstddec/stream';
import type { MemoryBudget } from '../kernel/memory-budget';
import { Damage, OutputBuffer, SteppedUnpacker, type Unpacker } from '../kernel/unpack/unpacker';
import { message } from '../text/message';
import { checkFrames, cutFrame, type Frames } from './zstd-frames';

/** Unpacks one frame; undefined where it cannot. */
export type DecodeFrame = (frame: Uint8Array, limit: number) => Uint8Array | undefined;

/** Blocks hold about the same, and this many more are taken than that would be, so that it is enough at once. */
const MARGIN = 8;

/**
 * What is asked for is unpacked from the beginning, with a first frame that was made to end early; where that is not enough, all of it.
 * @param decodePart of the platform, for the frame that ends early; all of a stream goes through the library, which is the same everywhere
 * @param limit how many bytes the output may have; there has to be memory for twice as many
 */
export function unzstdAtOnce(
  zstd: ZSTDDecoder,
  decodePart: DecodeFrame | undefined,
  input: Uint8Array,
  limit: number,
  budget: MemoryBudget,
): Unpacker {
  const buffer = new OutputBuffer(limit, budget);
  let frames: Frames | undefined;
  return new SteppedUnpacker(buffer, (needed) => {
    frames ??= checkFrames(input, limit);
    const count = Math.ceil((needed / limit) * frames.firstCount) + MARGIN;
    const part =
      count < frames.firstCount ? unpackPart(frames, count, (frame) => decodePart?.(frame, limit) ?? zstd.decode(frame, limit)) : undefined;
    // What is said to be damaged was unpacked as it is.
    const isEnough = part !== undefined && part.length >= needed;
    const output = isEnough ? part : zstd.decode(frames.input, limit);
    if (output.length === 0) throw new Damage(message('a frame is damaged'));
    buffer.adopt(output);
    return isEnough;
  });
}

/** What the first blocks of the first frame hold. */
function unpackPart({ input, firstStart }: Frames, count: number, decode: (frame: Uint8Array) => Uint8Array): Uint8Array {
  const { part, restore } = cutFrame(input, firstStart, count);
  const output = decode(part);
  restore();
  return output;
}
