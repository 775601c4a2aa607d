/** Small files that unpack to hundreds of megabytes, for each format that can hold a kernel. */
import { gzipSync, inflateSync, deflateRawSync, constants } from 'node:zlib';
import { concat, makeBzImage, withSizeWord } from './tiny-images';

const MIB = 1024 * 1024;
/** What is inside each bomb, in bytes. */
const SIZE = 310 * MIB;
const HEADER_SIZE = 64;

/** An ELF header whose sections stand near the end, so that all before them has to be unpacked. */
function elfHeader(): Uint8Array {
  const bytes = new Uint8Array(HEADER_SIZE);
  const view = new DataView(bytes.buffer);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  view.setUint16(16, 2, true);
  view.setUint16(18, 62, true);
  view.setBigUint64(40, BigInt(SIZE - 4096), true);
  for (const [index, value] of [64, 56, 0, 64, 4, 3].entries()) view.setUint16(52 + index * 2, value, true);
  return bytes;
}

/** The header, and then one piece so often that it comes to the size. */
function fill(head: Uint8Array, piece: Uint8Array, pieceSize: number, end: readonly number[], size = SIZE): Uint8Array {
  const count = Math.floor((size - head.length) / pieceSize);
  return concat([head, ...new Array<Uint8Array>(count).fill(piece), Uint8Array.from(end)]);
}

function sizeWord(size: number): readonly number[] {
  return [size & 0xff, (size >> 8) & 0xff, (size >> 16) & 0xff, (size >>> 24) & 0xff];
}

/** gzip of a file that begins with some bytes and goes on with zeros. */
export function gzipBomb(start: Uint8Array = elfHeader(), size = SIZE): Uint8Array {
  const stored = [0, start.length & 0xff, start.length >> 8, ~start.length & 0xff, (~start.length >> 8) & 0xff];
  const head = concat([Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, ...stored]), start]);
  const piece = deflateRawSync(new Uint8Array(MIB), { finishFlush: constants.Z_FULL_FLUSH });
  return fill(head, piece, MIB, [3, 0, 0, 0, 0, 0, ...sizeWord(size)], size);
}

/** One chunk of LZMA2 that resets everything, so that it can be repeated: two megabytes of zeros. */
const LZMA2_CHUNK = inflateSync(
  Buffer.from(
    'eNr7/1+QMSeWgSH/7///i7f/d7fzEC2yTAzcMUnj2eI29p/vnsg1XdY/amXD6L2x7mRXl6/+Yt6b9cse9ygLBj+IlDha2vWo/Me2KfU8WQfulXimPHoZE7yJ5cZ3F57V8by5bi+fHi7r2D4tfM0234eZsvm/vTsEcpxOd9jHMPRf8FuvpjGlUN62X+VhwbzlyvFvNE63Xpw6o6tOa+In9dLvkgfYZvjO+Htj/dUJ/EdUg398nWhmyLp0w7v8gwW+7jwXJwquWpsgu+vcRnWJmMi2l2lBEftelq2JfPI0mpXj5/Fba//8DtIuOSsXreD0826w7Q/NFE7rhtNaOfe3Wn84slcvfhW/nXea0wRhvv8Ck38UVkT+4D77f6qGG//KPzX3fs8y0As70N/6ubnxQCqVrd7jof4sooHhLQMrg8wylY8MADFxvkU=',
    'base64',
  ),
);
const LZMA2_CHUNK_SIZE = 2_096_914;

function xzBomb(filters: readonly number[]): Uint8Array {
  const flags = filters.length === 0 ? 0 : 1;
  const blockHeader = Uint8Array.from([2, flags, ...filters, 0x21, 1, 22, 0, 0, 0, 0, 0, 0, 0]).subarray(0, 12);
  const start = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 0, 0, 0, 0, 0];
  const stored = concat([Uint8Array.from([1, 0, HEADER_SIZE - 1]), elfHeader()]);
  return fill(concat([Uint8Array.from(start), blockHeader, stored]), LZMA2_CHUNK, LZMA2_CHUNK_SIZE, [0, 0]);
}

/** The same content as bzip2 makes it. */
const BZIP2 = Buffer.from(
  'QlpoOTFBWSZTWW5lFfsFfjzugP4QSAAAQUMEAACAAMAIIABwUyYmQZGCaqKNGEDJjXGunUpUBLSt8ElQEuMbessb5SVAS2znj5ld/2Xnnnnr515KVAS/mKCskymshwTxb4CvxyAAYAAABBAAGEAmoyFQEtSFQEuYoKyTKayHBPFvgK/HIABgAAAEEAAYQCajIVAS1IVAS5igrJMprIcE8W+Ar8cgAGAAAAQQABhAJqMhUBLUhUBLmKCskymshwTxb4CvxyAAYAAABBAAGEAmoyFQEtSFQEuYoKyTKayHBPFvgK/HIABgAAAEEAAYQCajIVAS1IVAS5igrJMprIcE8W+Ar8cgAGAAAAQQABhAJqMhUBLUhUBLmKCskymspLY1E4AObKQAYAAgAAAEEAAYZgTVNNKIo2ooijxdyRThQkIxHDng',
  'base64',
);

/** Blocks of zstd that repeat one byte. */
function zstdBomb(): Uint8Array {
  const block = 128 * 1024;
  const raw = [(HEADER_SIZE << 3) & 0xff, HEADER_SIZE >> 5, 0];
  const head = concat([Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x70, ...raw]), elfHeader()]);
  const header = (block << 3) | 2;
  return fill(head, Uint8Array.from([header & 0xff, (header >> 8) & 0xff, header >> 16, 0]), block, [1, 0, 0]);
}

/** Blocks of LZ4: a literal, and a match that goes on with it. */
function lz4Bomb(): Uint8Array {
  const block = (content: readonly number[]): Uint8Array => Uint8Array.from([...sizeWord(content.length), ...content]);
  const head = concat([Uint8Array.from([2, 0x21, 0x4c, 0x18]), block([0xf0, HEADER_SIZE - 15, ...elfHeader()])]);
  const more = 30_000;
  const match = block([0x1f, 0, 1, 0, ...new Array<number>(more).fill(255), 0, 0]);
  return fill(head, match, 1 + 19 + more * 255, []);
}

/** One bzImage for each format, and what is packed twice. */
export function listBombs(): ReadonlyMap<string, Uint8Array> {
  const image = (packed: Uint8Array): Uint8Array => makeBzImage({ payload: withSizeWord(packed, SIZE) });
  const xz = image(xzBomb([4, 0]));
  return new Map([
    ['xz with the filter for x86', xz],
    ['xz', image(xzBomb([]))],
    ['gzip as a whole', gzipBomb()],
    ['gzip in a bzImage', makeBzImage({ payload: gzipBomb() })],
    ['gzip around xz', gzipSync(xz)],
    ['gzip around xz, and zeros after it', gzipBomb(xz, 250 * MIB)],
    ['bzip2', image(BZIP2)],
    ['zstd', image(zstdBomb())],
    ['LZ4', image(lz4Bomb())],
  ]);
}
