/** Decompressors that come from outside, because every platform has its own for them. */
import type { MemoryBudget } from './memory-budget';
import type { Unpacker } from './unpack/unpacker';

/** Output up to this size is unpacked to the end and held against its checksum, which finds every damage; of larger only what is needed, in bytes. */
export const CHECKED_SIZE = 8 * 1024 * 1024;

export interface Codecs {
  /**
   * Unpacks the first member of a gzip file; what follows it is ignored.
   * @param limit how many bytes the output may have
   * @param budget what the output is taken from, and whatever the platform needs beside it
   */
  gunzip(input: Uint8Array, limit: number, budget: MemoryBudget): Unpacker;
  /** Unpacks zstd frames that fill the input; undefined where the platform has no zstd. */
  unzstd: ((input: Uint8Array, limit: number, budget: MemoryBudget) => Unpacker) | undefined;
}
