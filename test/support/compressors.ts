/** The programs with which distributions pack kernels, where they can be had. */
import { spawnSync } from 'node:child_process';
import { type PackFormat, prepareCompressors } from '../../scripts/kernel-images.mjs';
import { skipReason } from '../../scripts/skipping.mjs';

const prepared = prepareCompressors();

export const needsCompressors = { skip: skipReason('programs that pack kernels', prepared.problem) } as const;
export const PACK_FORMATS: readonly PackFormat[] = ['gzip', 'bzip2', 'xz', 'lzma', 'lzo', 'lz4', 'zstd'];

/** Packs bytes; empty where the programs are missing. */
export function pack(format: PackFormat, bytes: Uint8Array): Uint8Array {
  return prepared.pack?.(format, bytes) ?? new Uint8Array();
}

/** Packs bytes by a command that packs standard input; the programs have to be there. */
export function packWith([command = '', ...options]: readonly string[], bytes: Uint8Array): Uint8Array {
  const { stdout, status, stderr } = spawnSync(command, [...options, '-c'], { input: bytes, maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${command} failed: ${stderr.toString()}`);
  return stdout;
}
