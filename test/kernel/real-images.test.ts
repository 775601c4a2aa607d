/** Real images of Debian: each is answered as the real builder answers it, in every compression. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { prepareKernelImages } from '../../scripts/kernel-images.mjs';
import { skipReason } from '../../scripts/skipping.mjs';
import { bytesSource } from '../../server/src/kernel/byte-source';
import { openPayload, readBzImage } from '../../server/src/kernel/bzimage';
import { MemoryBudget } from '../../server/src/kernel/memory-budget';
import { sliceSource } from '../../server/src/kernel/byte-source';
import { type ImageReport, inspectImage } from '../../server/src/kernel/inspect';
import { judgeArm, judgePv, judgePvh } from '../../server/src/kernel/judge';
import { needsCompressors, pack, PACK_FORMATS } from '../support/compressors';
import { nodeCodecs } from '../support/node-codecs';
import { makeBzImage, withSizeWord } from '../support/tiny-images';

const prepared = prepareKernelImages();
const needsImages = { skip: skipReason('kernel images', prepared.problem) } as const;

/** As the builder of Xen 4.17 answers: y boots, n does not, ? starts as bare code. */
const EXPECTED: readonly (readonly [path: RegExp, format: string, pv: string, pvh: string, arm?: 'y'])[] = [
  [/amd64\/boot\/vmlinuz-[\d.]+(?:\+deb12|-\d+)(?:-cloud|-rt)?-amd64$/, 'bzimage', 'y', 'y'],
  [/i386\/boot\/vmlinuz-.*-686-pae$/, 'bzimage', 'n', 'y'],
  [/i386\/boot\/vmlinuz-.*-686$/, 'bzimage', 'n', 'n'],
  [/arm64\/boot\/vmlinuz-.*-arm64$/, 'arm64-image', 'n', 'n', 'y'],
  [/grub-xen\/grub-i386-xen\.bin$/, 'elf32', 'y', 'n'],
  [/grub-xen\/grub-i386-xen_pvh\.bin$/, 'elf32', 'n', 'y'],
  [/grub-xen\/grub-x86_64-xen\.bin$/, 'elf64', 'y', 'n'],
  [/boot\/hvmloader$/, 'elf32', 'n', '?'],
  [/boot\/xen-shim$/, 'elf32', 'n', 'y'],
  [/boot\/xen-4\.17-amd64\.gz$/, 'elf32', 'n', '?'],
  [/boot\/xen-4\.17-amd64\.efi$/, 'efi', 'n', 'n'],
  [/boot\/memtest86\+(?:x64|ia32)\.(?:bin|efi)$/, 'bzimage', 'n', 'n'],
  [/boot\/ipxe\.lkrn$/, 'bzimage', 'n', 'n'],
  [/boot\/ipxe\.efi$/, 'efi', 'n', 'n'],
  [/ipxe\/ipxe\.iso$/, 'iso', 'n', 'n'],
  [/bin\/busybox$/, 'elf64', 'n', 'n'],
];

async function inspect(bytes: Uint8Array): Promise<ImageReport> {
  return inspectImage(bytesSource(bytes), await nodeCodecs);
}

function answers(report: ImageReport): readonly string[] {
  return [judgePv(report, 17), judgePvh(report, 17)].map(({ boots }) => (boots === null ? '?' : boots ? 'y' : 'n'));
}

test('each image of the packages is answered as the builder does', needsImages, async () => {
  const root = prepared.root ?? '';
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  for (const [pattern, format, pv, pvh, arm] of EXPECTED) {
    const matching = files.filter((file) => pattern.test(file));
    assert.ok(matching.length > 0, `there is no ${String(pattern)}`);
    for (const file of matching) {
      const report = await inspect(readFileSync(join(root, file)));
      assert.deepEqual([report.format, ...answers(report), judgeArm(report).boots], [format, pv, pvh, arm === 'y'], file);
    }
  }
});

test('Linux kernels say their version', needsImages, async () => {
  const folder = join(prepared.root ?? '', 'amd64/boot');
  for (const name of readdirSync(folder).filter((each) => each.startsWith('vmlinuz-'))) {
    assert.equal((await inspect(readFileSync(join(folder, name)))).version, name.slice('vmlinuz-'.length));
  }
});

/** What is inside the smallest kernel of the packages. */
async function unpackCloudKernel(): Promise<Uint8Array> {
  const folder = join(prepared.root ?? '', 'i386/boot');
  const name = readdirSync(folder).find((each) => /^vmlinuz-.*-686-pae$/.test(each)) ?? '';
  const source = bytesSource(readFileSync(join(folder, name)));
  const header = readBzImage(source);
  assert.ok(header !== undefined);
  const { content, unpackedSize = 0 } = openPayload(
    sliceSource(source, header.payloadStart, header.payloadStart + header.payloadLength),
    await nodeCodecs,
    new MemoryBudget(),
  );
  return Uint8Array.from(content?.read(0, unpackedSize) ?? []);
}

test(
  'a real kernel is answered the same in every compression',
  { ...needsImages, ...(needsImages.skip === false ? needsCompressors : {}) },
  async () => {
    const kernel = await unpackCloudKernel();
    for (const format of PACK_FORMATS) {
      const packed = pack(format, kernel);
      const image = makeBzImage({ payload: format === 'gzip' ? packed : withSizeWord(packed, kernel.length) });
      const report = await inspect(image);
      assert.equal(report.bzImage?.payload?.format, format);
      assert.deepEqual(answers(report), ['n', 'y'], format);
      const cut = await inspect(image.subarray(0, image.length - 100));
      assert.deepEqual(answers(cut), ['n', 'n'], `${format}, cut short`);
    }
  },
);
