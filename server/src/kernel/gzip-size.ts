/** The size of what a gzip file holds, as Xen learns it: the last four bytes, whatever they are (xg_dom_core.c, xc_dom_check_gzip). */
import { ByteReader } from './byte-reader';
import type { ByteSource } from './byte-source';

const MIN_SIZE = 6;
/** Xen makes its buffer longer by this many zero bytes, which then belong to the kernel. */
export const GUNZIP_SLACK = 16;

export function isGzip(source: ByteSource): boolean {
  return source.size >= MIN_SIZE && new ByteReader(source).matches(0, [0x1f, 0x8b]);
}

/** So many bytes become of one at most (RFC 1951: 258 bytes of two bits). */
const MAX_RATIO = 1032;

/** How much can come out of gzip data, whatever size it says, in bytes. */
export function limitGzipSize(size: number, packedSize: number): number {
  return Math.min(size, packedSize * MAX_RATIO);
}

/** In bytes. */
export function readGzipSize(source: ByteSource): number {
  return new ByteReader(source).u32(source.size - 4);
}
