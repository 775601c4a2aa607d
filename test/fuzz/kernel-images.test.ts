/** Damaged images: no exception, no read outside of the file, and an answer at once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { ByteSource } from '../../server/src/kernel/byte-source';
import { inspectImage } from '../../server/src/kernel/inspect';
import { judgeArm, judgePv, judgePvh } from '../../server/src/kernel/judge';
import { nodeCodecs } from '../support/node-codecs';
import { PACKED_SAMPLES, SAMPLE_KERNEL } from '../support/packed-samples';
import { makeBzImage, makeElf, PV_NOTES, PVH_NOTE, withSizeWord } from '../support/tiny-images';

/** Long runs set the number and the seed. */
const CASES = Number(process.env['XLCFG_FUZZ_COUNT'] ?? 3000);
const SEED = Number(process.env['XLCFG_FUZZ_SEED'] ?? 1);
/** No image may take longer, in milliseconds. */
const LIMIT = 1000;

/** A source that refuses to be read outside of its bounds. */
function strictSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read(offset, length) {
      assert.ok(Number.isInteger(offset) && offset >= 0 && length >= 0, `read at ${offset}, ${length} bytes`);
      return bytes.subarray(offset, offset + length);
    },
  };
}

const kernel = makeElf({ notes: [...PV_NOTES, PVH_NOTE] });
const seeds: readonly Uint8Array[] = [
  kernel,
  makeElf({ bits: 32, machine: 3, notes: PV_NOTES }),
  gzipSync(kernel),
  makeBzImage({ payload: gzipSync(kernel) }),
  ...PACKED_SAMPLES.map((packed) => makeBzImage({ payload: withSizeWord(packed, SAMPLE_KERNEL.length) })),
];

const change = fc.record({
  at: fc.nat(),
  byte: fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat(255)),
  width: fc.constantFrom(1, 1, 1, 4),
});
const damaged = fc
  .tuple(fc.constantFrom(...seeds), fc.array(change, { maxLength: 8 }), fc.option(fc.nat(), { nil: undefined, freq: 4 }))
  .map(([seed, changes, cut]) => {
    const bytes = Uint8Array.from(cut === undefined ? seed : seed.subarray(0, cut % (seed.length + 1)));
    for (const { at, byte, width } of changes) bytes.fill(byte, at % (bytes.length + 1), (at % (bytes.length + 1)) + width);
    return bytes;
  });

test('damaged images are answered, at once and without an exception', async () => {
  const codecs = await nodeCodecs;
  fc.assert(
    fc.property(fc.oneof({ weight: 6, arbitrary: damaged }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 600 }) }), (bytes) => {
      const start = performance.now();
      const report = inspectImage(strictSource(bytes), codecs);
      for (const minor of [6, 10, 15, 16, 22])
        for (const verdict of [judgePv(report, minor), judgePvh(report, minor), judgeArm(report)])
          assert.ok(verdict.boots !== false || verdict.reason !== undefined);
      assert.ok(performance.now() - start < LIMIT, `${performance.now() - start} ms`);
    }),
    { numRuns: CASES, seed: SEED },
  );
});

test('a bomb costs bounded time and memory', async () => {
  const zeros = gzipSync(new Uint8Array(400 * 1024 * 1024), { level: 9 });
  const report = inspectImage(strictSource(zeros), await nodeCodecs);
  assert.equal(judgePv(report, 22).boots, false);
});
