/** gzip and zstd in a browser worker. */
import type { Codecs } from '../kernel/codecs';
import { streamGunzip } from '../kernel/unpack/stream-gunzip';
import { createZstdCodec } from '../zstd/zstd-codec';

export async function createBrowserCodecs(): Promise<Codecs> {
  return { gunzip: streamGunzip, unzstd: await createZstdCodec() };
}
