/** What the module exports: the inner loops of decompressors. Addresses are those of its memory, which the caller lays out. */
export * from './lz4';
export * from './lzma';
export * from './x86';
