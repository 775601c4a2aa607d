/** gzip and zstd on Node: its own zlib, and the WASM build of zstd, because Node 20 has none. */
import { constants, inflateRawSync } from 'node:zlib';
import { createZstdCodec } from '../../zstd/zstd-codec';
import type { Codecs } from '../../kernel/codecs';
import { Damage, OutputBuffer, SteppedUnpacker, type Unpacker } from '../../kernel/unpack/unpacker';

/** How much of a gzip member is unpacked first: the notes of Linux end behind its code, which packs worse than the rest. All of it follows where more is needed. */
const FIRST_SHARE = 0.72;
const MIN_INPUT = 1024 * 1024;
export async function createNodeCodecs(): Promise<Codecs> {
  return { gunzip, unzstd: await createZstdCodec() };
}

function gunzip(input: Uint8Array, limit: number): Unpacker {
  const buffer = new OutputBuffer(limit);
  const start = findDeflate(input);
  let taken = Math.max(MIN_INPUT, Math.ceil(input.length * FIRST_SHARE));
  return new SteppedUnpacker(buffer, () => {
    if (start === undefined) throw new Damage('the header is none of gzip');
    const isAll = start + taken >= input.length;
    const output = inflate(input.subarray(start, start + taken), isAll, buffer.room + buffer.length);
    buffer.reserve(output.length);
    buffer.bytes.set(output);
    buffer.length = output.length;
    taken = input.length;
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
