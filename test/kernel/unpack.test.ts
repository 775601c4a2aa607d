/** The decompressors against the programs that pack kernels. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Codecs } from '../../server/src/kernel/codecs';
import { MemoryBudget } from '../../server/src/kernel/memory-budget';
import { unpackBzip2 } from '../../server/src/kernel/unpack/bzip2';
import { unpackLz4 } from '../../server/src/kernel/unpack/lz4';
import { unpackLzma } from '../../server/src/kernel/unpack/lzma';
import { unpackLzo } from '../../server/src/kernel/unpack/lzo';
import type { Unpacker } from '../../server/src/kernel/unpack/unpacker';
import { unpackXz } from '../../server/src/kernel/unpack/xz';
import type { PackFormat } from '../../scripts/kernel-images.mjs';
import { needsCompressors, pack, PACK_FORMATS } from '../support/compressors';
import { nodeCodecs } from '../support/node-codecs';

function unpackerFor(format: PackFormat, codecs: Codecs): (input: Uint8Array, limit: number) => Unpacker {
  const missing = (): never => assert.fail('no zstd');
  const unpack = {
    gzip: (input: Uint8Array, limit: number, budget: MemoryBudget) => codecs.gunzip(input, limit, budget),
    zstd: codecs.unzstd ?? missing,
    bzip2: unpackBzip2,
    xz: unpackXz,
    lzma: unpackLzma,
    lzo: unpackLzo,
    lz4: unpackLz4,
  }[format];
  return (input, limit) => unpack(input, limit, new MemoryBudget());
}

/** Bytes as programs have them: repeated words, runs, calls with distances, and noise. */
const chunk = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.tuple(fc.nat(255), fc.nat(5000)).map(([byte, count]) => new Uint8Array(count).fill(byte)),
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 12 }), fc.nat(400))
    .map(([word, count]) => Uint8Array.from({ length: word.length * count }, (_, index) => word[index % word.length] ?? 0)),
  fc
    .tuple(fc.nat(2 ** 24), fc.nat(60))
    .map(([distance, count]) =>
      Uint8Array.from(
        { length: 5 * count },
        (_, index) => [0xe8, distance & 0xff, (distance >> 8) & 0xff, distance >> 16, index % 3 === 0 ? 0xff : 0][index % 5] ?? 0,
      ),
    ),
);
const content = fc
  .array(chunk, { minLength: 1, maxLength: 12 })
  .map((chunks) => Uint8Array.from(Buffer.concat(chunks)))
  .filter((bytes) => bytes.length > 0);

for (const format of PACK_FORMATS) {
  test(`${format} gives back what was packed`, needsCompressors, async () => {
    const unpack = unpackerFor(format, await nodeCodecs);
    fc.assert(
      fc.property(content, (bytes) => {
        const unpacker = unpack(pack(format, bytes), bytes.length + 1000);
        unpacker.advance(bytes.length + 1);
        assert.equal(unpacker.end, 'complete');
        assert.deepEqual(Buffer.from(unpacker.output).equals(Buffer.from(bytes)), true, 'the bytes differ');
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  test(`${format} stops when enough is there`, needsCompressors, async () => {
    const bytes = Uint8Array.from({ length: 24 * 2 ** 20 }, (_, index) => (index * index * 31) >> (index % 7));
    const unpacker = unpackerFor(format, await nodeCodecs)(pack(format, bytes), bytes.length);
    unpacker.advance(1000);
    assert.equal(unpacker.end, 'open');
    assert.ok(unpacker.output.length >= 1000 && unpacker.output.length < bytes.length, String(unpacker.output.length));
    assert.ok(Buffer.from(bytes.subarray(0, 1000)).equals(Buffer.from(unpacker.output.subarray(0, 1000))));
    unpacker.dispose?.();
  });

  test(`${format} says that data is cut short`, needsCompressors, async () => {
    const bytes = Uint8Array.from({ length: 50_000 }, (_, index) => (index * 7919) >> 5);
    const packed = pack(format, bytes);
    const unpacker = unpackerFor(format, await nodeCodecs)(packed.subarray(0, packed.length >> 1), bytes.length);
    unpacker.advance(bytes.length);
    assert.notEqual(unpacker.end, 'open');
    assert.ok(unpacker.output.length < bytes.length);
  });
}
