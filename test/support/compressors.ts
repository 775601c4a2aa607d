/** The programs with which distributions pack kernels, where they can be had. */
import { type PackFormat, prepareCompressors } from '../../scripts/kernel-images.mjs';
import { skipReason } from '../../scripts/skipping.mjs';

const prepared = prepareCompressors();

export const needsCompressors = { skip: skipReason('programs that pack kernels', prepared.problem) } as const;
export const PACK_FORMATS: readonly PackFormat[] = ['gzip', 'bzip2', 'xz', 'lzma', 'lzo', 'lz4', 'zstd'];

/** Packs bytes; empty where the programs are missing. */
export function pack(format: PackFormat, bytes: Uint8Array): Uint8Array {
  return prepared.pack?.(format, bytes) ?? new Uint8Array();
}
