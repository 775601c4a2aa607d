/** Decompressors that come from outside, because every platform has its own for them. */
import type { Unpacker } from './unpack/unpacker';

export interface Codecs {
  /**
   * Unpacks the first member of a gzip file; what follows it is ignored.
   * @param limit how many bytes the output may have
   */
  gunzip(input: Uint8Array, limit: number): Unpacker;
  /** Unpacks zstd frames that fill the input; undefined where the platform has no zstd. */
  unzstd: ((input: Uint8Array, limit: number) => Unpacker) | undefined;
}
