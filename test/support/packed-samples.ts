/** A small kernel in every compression, for tests that damage it. */
import { pack, PACK_FORMATS } from './compressors';
import { concat, makeElf, PV_NOTES, PVH_NOTE } from './tiny-images';

/** The kernel, with some code after its headers. */
export const SAMPLE_KERNEL = concat([
  makeElf({ notes: [...PV_NOTES, PVH_NOTE] }),
  Uint8Array.from({ length: 3000 }, (_, index) => (index % 11 === 0 ? 0xe8 : (index * index) >> 3)),
]);

export const PACKED_SAMPLES: readonly Uint8Array[] = PACK_FORMATS.map((format) => pack(format, SAMPLE_KERNEL)).filter(
  (packed) => packed.length > 0,
);
