/** Linux bzImages: the header, and the compressed kernel inside (xg_dom_bzimageloader.c; Documentation/arch/x86/boot.rst of Linux). */
import { ByteReader } from './byte-reader';
import type { ByteSource } from './byte-source';
import type { Codecs } from './codecs';
import { GUNZIP_SLACK, readGzipSize } from './gzip-size';
import type { MemoryBudget } from './memory-budget';
import { UnpackedSource } from './unpacked-source';
import { unpackBzip2 } from './unpack/bzip2';
import { unpackLz4 } from './unpack/lz4';
import { unpackLzma } from './unpack/lzma';
import { unpackLzo } from './unpack/lzo';
import type { Unpacker } from './unpack/unpacker';
import { readXzDictionary, unpackXz } from './unpack/xz';

export type PayloadFormat = 'gzip' | 'bzip2' | 'xz' | 'zstd' | 'lzma' | 'lzo' | 'lz4' | 'unknown';

export interface BzImageHeader {
  /** Boot protocol, such as 0x20f. */
  readonly protocol: number;
  readonly setupSectors: number;
  /** From the start of the file, in bytes. */
  readonly payloadStart: number;
  readonly payloadLength: number;
  /** What the kernel says of itself. */
  readonly version: string | undefined;
}

const MIN_SIZE = 0x250;
const HEADER_MAGIC = [0x48, 0x64, 0x72, 0x53];
const SECTOR = 512;
const MAX_VERSION = 256;

/** The header of a bzImage; undefined for anything else. */
export function readBzImage(source: ByteSource): BzImageHeader | undefined {
  const reader = new ByteReader(source);
  if (source.size < MIN_SIZE || !reader.matches(0x202, HEADER_MAGIC)) return undefined;
  const setupSectors = reader.u8(0x1f1);
  const versionAt = reader.u16(0x20e);
  return {
    protocol: reader.u16(0x206),
    setupSectors,
    // Unlike Linux's own loaders, Xen takes no setup sectors for none, and not for four.
    payloadStart: (setupSectors + 1) * SECTOR + reader.u32(0x248),
    payloadLength: reader.u32(0x24c),
    version: versionAt === 0 ? undefined : reader.text(versionAt + 0x200, MAX_VERSION),
  };
}

const MAGICS: readonly (readonly [PayloadFormat, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['lzma', [0x5d, 0x00]],
  ['lzo', [0x89, 0x4c, 0x5a, 0x4f, 0x00]],
  ['lz4', [0x02, 0x21]],
];

export interface Payload {
  readonly format: PayloadFormat;
  /** How long the kernel says that it is unpacked, in bytes; undefined where nothing says it. */
  readonly unpackedSize: number | undefined;
  /** The dictionary that xz asks for, in bytes. */
  readonly dictionary: number | undefined;
  /** The kernel, unpacked as far as somebody looks; undefined where nothing can unpack it. */
  readonly content: UnpackedSource | ByteSource | undefined;
}

/** Xen takes no larger kernel, in bytes. */
export const MAX_KERNEL_SIZE = 1024 * 1024 * 1024;
const MIN_PAYLOAD = 8;

function isKernelSize(size: number): boolean {
  return size > 0 && size <= MAX_KERNEL_SIZE;
}

/** The payload of a bzImage whose bounds are right. */
export function openPayload(packed: ByteSource, codecs: Codecs, budget: MemoryBudget): Payload {
  const reader = new ByteReader(packed);
  const format = MAGICS.find(([, magic]) => reader.matches(0, magic))?.[0] ?? 'unknown';
  // A kernel that is not compressed at all is taken as it is.
  if (format === 'unknown') return { format, unpackedSize: undefined, dictionary: undefined, content: packed };
  const input = budget.take(packed.size) ? packed.read(0, packed.size) : new Uint8Array();
  const sizeWord = reader.u32(packed.size - 4);
  const unpackedSize = format === 'gzip' ? readGzipSize(packed) : sizeWord;
  const dictionary = format === 'xz' ? readXzDictionary(input) : undefined;
  const isPossible = packed.size >= MIN_PAYLOAD && isKernelSize(unpackedSize);
  // The size stands after the stream, but for gzip, which has it inside.
  const stream = format === 'gzip' ? input : input.subarray(0, input.length - 4);
  const size = format === 'gzip' ? unpackedSize + GUNZIP_SLACK : unpackedSize;
  const unpacker = isPossible ? startUnpacker(format, stream, size, codecs, budget) : undefined;
  return { format, unpackedSize, dictionary, content: unpacker === undefined ? undefined : new UnpackedSource(unpacker, size) };
}

function startUnpacker(
  format: Exclude<PayloadFormat, 'unknown'>,
  input: Uint8Array,
  size: number,
  codecs: Codecs,
  budget: MemoryBudget,
): Unpacker | undefined {
  switch (format) {
    case 'gzip':
      return codecs.gunzip(input, size, budget);
    case 'zstd':
      return codecs.unzstd?.(input, size, budget);
    case 'bzip2':
      return unpackBzip2(input, size, budget);
    case 'xz':
      return unpackXz(input, size, budget);
    case 'lzma':
      return unpackLzma(input, size, budget);
    case 'lzo':
      return unpackLzo(input, size, budget);
    case 'lz4':
      return unpackLz4(input, size, budget);
    default: {
      const unreachable: never = format;
      return unreachable;
    }
  }
}
