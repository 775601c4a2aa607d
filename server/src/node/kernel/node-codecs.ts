/** gzip and zstd on Node: its own zlib, and the WASM build of zstd, beside that of Node since 22.15. */
import * as zlib from 'node:zlib';
import type { DecodeFrame } from '../../zstd/zstd-at-once';
import { createZstdCodec } from '../../zstd/zstd-codec';
import { CHECKED_SIZE, type Codecs } from '../../kernel/codecs';
import type { MemoryBudget } from '../../kernel/memory-budget';
import { limitGzipSize } from '../../kernel/gzip-size';
import { crc32 } from '../../kernel/unpack/crc32';
import { streamGunzip } from '../../kernel/unpack/stream-gunzip';
import { Damage, OutputBuffer, SteppedUnpacker, type Unpacker } from '../../kernel/unpack/unpacker';
import { message } from '../../text/message';

/** How much of a gzip member is unpacked first: the notes of Linux end after its code, which packs worse than the rest. All of it follows where more is needed. */
const FIRST_SHARE = 0.72;
const MIN_INPUT = 1024 * 1024;
/** The smallest piece that zlib takes, in bytes. */
const MIN_CHUNK = 64;

export async function createNodeCodecs(): Promise<Codecs> {
  return { gunzip, unzstd: await createZstdCodec(findZstd()) };
}

/** The zstd of Node, of which the types of the lowest supported version do not know. */
function findZstd(): DecodeFrame | undefined {
  const decompress: unknown = Reflect.get(zlib, 'zstdDecompressSync');
  if (typeof decompress !== 'function') return undefined;
  return (frame, limit) => {
    try {
      const output: unknown = Reflect.apply(decompress, zlib, [frame, { maxOutputLength: limit, chunkSize: limit + MIN_CHUNK }]);
      return output instanceof Uint8Array ? output : undefined;
    } catch {
      return undefined;
    }
  };
}

/** zlib can only unpack all of its input at once, which is done twice at the most; what is too large for that goes through in pieces. */
function gunzip(input: Uint8Array, limit: number, budget: MemoryBudget): Unpacker {
  const most = limitGzipSize(limit, input.length);
  return most * 2 <= budget.left ? gunzipAtOnce(input, most, budget) : streamGunzip(input, most, budget);
}

function gunzipAtOnce(input: Uint8Array, limit: number, budget: MemoryBudget): Unpacker {
  const buffer = new OutputBuffer(limit, budget);
  const start = findDeflate(input);
  let taken = Math.max(MIN_INPUT, Math.ceil(input.length * FIRST_SHARE));
  return new SteppedUnpacker(buffer, () => {
    if (start === undefined) throw new Damage(message('the header is none of gzip'));
    const isAll = start + taken >= input.length;
    const { output, consumed } = inflate(input.subarray(start, start + taken), isAll, limit);
    buffer.adopt(output);
    taken = input.length;
    if (isAll && consumed !== undefined && output.length <= CHECKED_SIZE) checkTrailer(input, start + consumed, output);
    return !isAll;
  });
}

/** The checksum and the size of what was packed stand after it (RFC 1952, section 2.3.1). */
function checkTrailer(input: Uint8Array, at: number, output: Uint8Array): void {
  if (at + 8 > input.length) throw new Damage(message('the data ends early'));
  const view = new DataView(input.buffer, input.byteOffset + at, 8);
  if (view.getUint32(0, true) !== crc32(output)) throw new Damage(message('a checksum is wrong'));
  if (view.getUint32(4, true) !== output.length) throw new Damage(message('the size of what was packed is another one'));
}

interface Inflated {
  readonly output: Uint8Array;
  /** How much of the input it took, in bytes; undefined where zlib does not say it. */
  readonly consumed: number | undefined;
}

function inflate(input: Uint8Array, isAll: boolean, limit: number): Inflated {
  const finishFlush = isAll ? zlib.constants.Z_FINISH : zlib.constants.Z_SYNC_FLUSH;
  try {
    // One piece for all of the output, because zlib joins several by copying them.
    const options = { finishFlush, maxOutputLength: Math.max(1, limit), chunkSize: limit + MIN_CHUNK, info: true };
    const result: unknown = zlib.inflateRawSync(input, options);
    return result instanceof Uint8Array ? { output: result, consumed: undefined } : readInfo(result);
  } catch (error) {
    throw new Damage(error instanceof Error ? error.message : String(error));
  }
}

/** With `info`, which the types do not know, there is an object with bytes and engine in place of the bytes. */
function readInfo(result: unknown): Inflated {
  const output = readField(result, 'buffer');
  const consumed = readField(readField(result, 'engine'), 'bytesWritten');
  if (!(output instanceof Uint8Array)) throw new Damage(message('zlib gives no output'));
  return { output, consumed: typeof consumed === 'number' ? consumed : undefined };
}

function readField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
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
