/** The decompressors of Node, made once for all tests. */
import { createNodeCodecs } from '../../server/src/node/kernel/node-codecs';

export const nodeCodecs = createNodeCodecs();
