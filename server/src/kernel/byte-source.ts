/** Bytes of a file or of something unpacked, read a piece at a time. */

export interface ByteSource {
  readonly size: number;
  /** The bytes from an offset on; fewer where the source ends or cannot be read further. */
  read(offset: number, length: number): Uint8Array;
}

/** A source over bytes in memory. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, Math.max(offset, offset + length)) };
}

/** A part of a source as a source of its own. */
export function sliceSource(source: ByteSource, start: number, end: number): ByteSource {
  const size = Math.max(0, Math.min(end, source.size) - start);
  return { size, read: (offset, length) => source.read(start + offset, Math.max(0, Math.min(length, size - offset))) };
}
