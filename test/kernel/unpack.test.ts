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

/** A block of LZ4 that holds nothing but literals, or one that copies what is just before it. */
function lz4Block(sequences: readonly number[]): readonly number[] {
  return [sequences.length, 0, 0, 0, ...sequences];
}

test('LZ4 gives parts in any order, also of blocks that copy from others', () => {
  const literals = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  // Four literals of its own, then eight bytes from twelve back, which reach into the block before, and a last literal.
  const chained = [0x44, 21, 22, 23, 24, 12, 0, 0x10, 99];
  const input = Uint8Array.from([0x02, 0x21, 0x4c, 0x18, ...lz4Block([0xc0, ...literals]), ...lz4Block(chained)]);
  const expected = [...literals, 21, 22, 23, 24, ...literals.slice(4), 99];
  for (const [start, end] of [
    [0, 3],
    [13, 25],
    [20, 21],
    [0, 25],
  ] as const) {
    const unpacker = unpackLz4(input, 100, new MemoryBudget());
    unpacker.advance(end);
    assert.deepEqual([...unpacker.part(start, end)], expected.slice(start, end));
    assert.deepEqual([...unpacker.part(0, 5)], expected.slice(0, 5));
  }
});

test('LZ4 lengths that no number of 32 bits holds are damage', () => {
  const ones = new Uint8Array(17 * 2 ** 20).fill(0xff);
  const input = new Uint8Array(ones.length + 8);
  const view = new DataView(input.buffer);
  view.setUint32(0, 0x184c2102, true);
  view.setUint32(4, ones.length, true);
  input.set(ones, 8);
  const unpacker = unpackLz4(input, 2 ** 23, new MemoryBudget());
  unpacker.advance(1);
  assert.equal(typeof unpacker.end, 'object');
});
