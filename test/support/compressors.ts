/** The programs with which distributions pack kernels, where they can be had. */
import { type PackFormat, prepareCompressors } from '../../scripts/kernel-images.mjs';

const prepared = prepareCompressors();

if (prepared.problem !== undefined && process.env['CI'] === 'true') throw new Error(`No compressors: ${prepared.problem}`);

export const needsCompressors = { skip: prepared.problem ?? false } as const;
export const PACK_FORMATS: readonly PackFormat[] = ['gzip', 'bzip2', 'xz', 'lzma', 'lzo', 'lz4', 'zstd'];

/** Packs bytes; empty where the programs are missing. */
export function pack(format: PackFormat, bytes: Uint8Array): Uint8Array {
  return prepared.pack?.(format, bytes) ?? new Uint8Array();
}
