/** zstd for every platform: the WASM build of the library, made to stop early and to give its memory back. */
import { ZSTDDecoder } from 'zstddec/stream';
import type { MemoryBudget } from '../kernel/memory-budget';
import { Damage, OutputBuffer, SteppedUnpacker, type Unpacker } from '../kernel/unpack/unpacker';
import { message } from '../text/message';
import { type DecodeFrame, unzstdAtOnce } from './zstd-at-once';
import { checkFrames } from './zstd-frames';

/** More than one piece of input can make. */
const MAX_PIECES_IN_VAIN = 4096;
/** Pieces without any output for one piece of input, after which a damaged zstd frame is given up. */
const MAX_EMPTY_PIECES = 64;

/**
 * Makes the decoder ready; only one frame can be unpacked at a time.
 * @param decodePart a decoder of the platform that is faster
 */
export async function createZstdCodec(
  decodePart?: DecodeFrame,
): Promise<(input: Uint8Array, limit: number, budget: MemoryBudget) => Unpacker> {
  const zstd = new ZSTDDecoder();
  await zstd.init();
  return (input, limit, budget) =>
    limit * 2 + input.length <= budget.left ? unzstdAtOnce(zstd, decodePart, input, limit, budget) : unzstd(zstd, input, limit, budget);
}

/** Input is handed over in small pieces, so that no more than this is unpacked in vain when enough is there, in bytes. */
const ZSTD_PIECE = 4096;

function unzstd(zstd: ZSTDDecoder, input: Uint8Array, limit: number, budget: MemoryBudget): Unpacker {
  const buffer = new OutputBuffer(limit, budget);
  let stream: ZstdStream | undefined;
  const unpacker = new SteppedUnpacker(buffer, () => {
    stream ??= new ZstdStream(zstd, checkFrames(input, limit).input);
    const next = stream.next();
    if (next === undefined) return false;
    if (next.length > buffer.room) throw new Damage(message('there is more than its size says'));
    const piece = next;
    // The library keeps what it unpacked as its dictionary.
    if (!budget.take(piece.length)) throw new Damage(message('it is too large'));
    buffer.reserve(buffer.length + piece.length);
    buffer.bytes.set(piece, buffer.length);
    buffer.length += piece.length;
    return true;
  });
  unpacker.dispose = () => {
    stream?.dispose();
  };
  return unpacker;
}

/** The library frees its memory only at the end of the input, so the end is brought about when no more is wanted. */
class ZstdStream {
  private readonly pieces: Iterator<Uint8Array>;
  private isWanted = true;
  private emptyCount = 0;

  constructor(zstd: ZSTDDecoder, input: Uint8Array) {
    this.pieces = zstd.decodeStreaming(this.cut(input))[Symbol.iterator]();
  }

  next(): Uint8Array | undefined {
    const next = this.pump();
    if (next?.length === 0 && ++this.emptyCount > MAX_EMPTY_PIECES) {
      // On a wrong checksum the library goes on for ever with empty pieces.
      throw new Damage(message('a frame is damaged'));
    }
    return next;
  }

  dispose(): void {
    this.isWanted = false;
    try {
      for (let count = 0; count < MAX_PIECES_IN_VAIN && this.pump() !== undefined; count++);
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
    }
  }

  private pump(): Uint8Array | undefined {
    try {
      const next = this.pieces.next();
      return next.done === true ? undefined : next.value;
    } catch (error) {
      throw new Damage(error instanceof Error ? error.message : String(error));
    }
  }

  private *cut(input: Uint8Array): Generator<Uint8Array> {
    for (let start = 0; start < input.length && this.isWanted; start += ZSTD_PIECE) {
      this.emptyCount = 0;
      yield input.subarray(start, start + ZSTD_PIECE);
    }
  }
}
