/** gzip and zstd on Node: its own zlib, and the WASM build of zstd, which also runs where Node has none. */
import { constants, inflateRawSync } from 'node:zlib';
import { ZSTDDecoder } from 'zstddec/stream';
import type { Codecs } from '../../kernel/codecs';
import { Damage, OutputBuffer, SteppedUnpacker, type Unpacker } from '../../kernel/unpack/unpacker';

/** The first look into a gzip member, in bytes of input; each further one takes four times as much. */
const FIRST_INPUT = 1024 * 1024;
const GROWTH = 4;
/** More than one piece of input can make. */
const MAX_PIECES_IN_VAIN = 4096;
/** Pieces without any output for one piece of input, after which a damaged zstd frame is given up. */
const MAX_EMPTY_PIECES = 64;

export async function createNodeCodecs(): Promise<Codecs> {
  const zstd = new ZSTDDecoder();
  await zstd.init();
  return { gunzip, unzstd: (input, limit) => unzstd(zstd, input, limit) };
}

function gunzip(input: Uint8Array, limit: number): Unpacker {
  const buffer = new OutputBuffer(limit);
  const start = findDeflate(input);
  let taken = FIRST_INPUT;
  return new SteppedUnpacker(buffer, () => {
    if (start === undefined) throw new Damage('the header is none of gzip');
    const isAll = start + taken >= input.length;
    const output = inflate(input.subarray(start, start + taken), isAll, buffer.room + buffer.length);
    buffer.reserve(output.length);
    buffer.bytes.set(output);
    buffer.length = output.length;
    taken *= GROWTH;
    return !isAll && buffer.room > 0;
  });
}

function inflate(input: Uint8Array, isAll: boolean, limit: number): Uint8Array {
  try {
    return inflateRawSync(input, { finishFlush: isAll ? constants.Z_FINISH : constants.Z_SYNC_FLUSH, maxOutputLength: limit });
  } catch (error) {
    throw new Damage(error instanceof Error ? error.message : String(error));
  }
}

const FLAG_CHECKSUM = 2;
const FLAG_EXTRA = 4;
const FLAG_NAME = 8;
const FLAG_COMMENT = 16;

/** Where the deflated data begins: behind the fixed header and what its flags announce (RFC 1952). */
function findDeflate(input: Uint8Array): number | undefined {
  const flags = input[3] ?? 0;
  if (input[0] !== 0x1f || input[1] !== 0x8b || input[2] !== 8 || flags > 0x1f) return undefined;
  const position = skipTexts(input, skipExtra(input, flags), flags) + ((flags & FLAG_CHECKSUM) === 0 ? 0 : 2);
  return position < input.length ? position : undefined;
}

function skipExtra(input: Uint8Array, flags: number): number {
  return (flags & FLAG_EXTRA) === 0 ? 10 : 12 + (input[10] ?? 0) + (input[11] ?? 0) * 256;
}

/** The name and the comment end with a NUL each. */
function skipTexts(input: Uint8Array, start: number, flags: number): number {
  const count = ((flags & FLAG_NAME) === 0 ? 0 : 1) + ((flags & FLAG_COMMENT) === 0 ? 0 : 1);
  let position = start;
  for (let index = 0; index < count; index++) {
    const end = input.indexOf(0, position);
    if (end < 0) return input.length;
    position = end + 1;
  }
  return position;
}

/** Input is handed over in small pieces, so that no more than this is unpacked in vain when enough is there, in bytes. */
const ZSTD_PIECE = 4096;

function unzstd(zstd: ZSTDDecoder, input: Uint8Array, limit: number): Unpacker {
  const buffer = new OutputBuffer(limit);
  const stream = new ZstdStream(zstd, input);
  const unpacker = new SteppedUnpacker(buffer, () => {
    const next = stream.next();
    if (next === undefined) return false;
    const piece = next.subarray(0, buffer.room);
    buffer.reserve(buffer.length + piece.length);
    buffer.bytes.set(piece, buffer.length);
    buffer.length += piece.length;
    return buffer.room > 0;
  });
  unpacker.dispose = () => {
    stream.dispose();
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
      throw new Damage('a frame is damaged');
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
