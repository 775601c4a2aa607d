import type { Machine } from './machine.mjs';

/** The folder with the images of each architecture, or why there is none. */
export function prepareKernelImages(
  machine?: Machine,
  cache?: string,
): { readonly root: string; readonly problem?: undefined } | { readonly root?: undefined; readonly problem: string };
export type PackFormat = 'gzip' | 'bzip2' | 'xz' | 'lzma' | 'lzo' | 'lz4' | 'zstd';
/** Packs bytes as the build of Linux does, or says why it cannot. */
export function prepareCompressors(
  machine?: Machine,
):
  | { readonly pack: (format: PackFormat, bytes: Uint8Array) => Uint8Array; readonly problem?: undefined }
  | { readonly pack?: undefined; readonly problem: string };
