/** What the builder of each release says of images built in code, one property at a time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { bytesSource } from '../../server/src/kernel/byte-source';
import { inspectImage } from '../../server/src/kernel/inspect';
import { judgeArm, judgePv, judgePvh } from '../../server/src/kernel/judge';
import { needsCompressors, pack, packWith } from '../support/compressors';
import { nodeCodecs } from '../support/node-codecs';
import { concat, makeBzImage, makeElf, makeNote, PV_NOTES, PVH_NOTE, withSizeWord } from '../support/tiny-images';

/** `pv pvh` for a release: y boots, n does not, ? unclear. */
async function verdict(bytes: Uint8Array, minor = 22): Promise<string> {
  const report = inspectImage(bytesSource(bytes), await nodeCodecs);
  return [judgePv(report, minor), judgePvh(report, minor)].map(({ boots }) => (boots === null ? '?' : boots ? 'y' : 'n')).join(' ');
}

const BOTH = [...PV_NOTES, PVH_NOTE];
const without = (type: number) => PV_NOTES.filter((note) => note.type !== type);

test('notes decide for PV and PVH', async () => {
  assert.equal(await verdict(makeElf({ notes: BOTH })), 'y y');
  assert.equal(await verdict(makeElf({ notes: PV_NOTES })), 'y n');
  assert.equal(await verdict(makeElf({ notes: [PVH_NOTE] })), 'n y');
  assert.equal(await verdict(makeElf()), 'n n');
  assert.equal(await verdict(makeElf({ notes: BOTH, noteName: 'XEN' })), 'n n');
  assert.equal(await verdict(makeElf({ notes: without(5) })), 'n n');
  assert.equal(await verdict(makeElf({ notes: [...without(6), { type: 6, value: 'netbsd' }] })), 'y n', 'the generic loader is enough');
  assert.equal(await verdict(makeElf({ notes: without(6).filter(({ type }) => type !== 8) })), 'n n');
});

test('a kernel with a PVH entry point only was taken for PV up to 4.15', async () => {
  assert.equal(await verdict(makeElf({ notes: [PVH_NOTE] }), 15), 'y y');
  assert.equal(await verdict(makeElf({ notes: [PVH_NOTE] }), 16), 'n y');
});

test('there is no PVH before 4.10', async () => {
  assert.equal(await verdict(makeElf({ notes: BOTH }), 9), 'y ?');
});

test('32-bit kernels need PAE, and code without notes is taken by a loader of its own', async () => {
  const pae = { type: 9, value: 'yes' };
  assert.equal(await verdict(makeElf({ bits: 32, machine: 3, notes: [...BOTH, pae] })), 'y y');
  assert.equal(await verdict(makeElf({ bits: 32, machine: 3, notes: BOTH })), 'n y');
  assert.equal(await verdict(makeElf({ bits: 32, machine: 3, notes: [...BOTH, { type: 9, value: 'bimodal' }] })), 'y y');
  assert.equal(await verdict(makeElf({ bits: 32, machine: 3 })), 'n ?');
  const report = inspectImage(bytesSource(makeElf({ bits: 32, machine: 3, notes: [...BOTH, pae] })), await nodeCodecs);
  assert.deepEqual(judgePv(report, 22).needs, ['pv32']);
  assert.deepEqual(judgePvh(report, 22).needs, []);
});

test('entry points and bases have to lie in what is loaded', async () => {
  const withEntry = (value: number) => [...PV_NOTES.filter(({ type }) => type !== 1), { type: 1, value }];
  assert.equal(await verdict(makeElf({ notes: withEntry(0x101000) })), 'y n', 'the end counts as inside');
  assert.equal(await verdict(makeElf({ notes: withEntry(0x101001) })), 'n n');
  assert.equal(await verdict(makeElf({ notes: withEntry(0xfffff) })), 'n n');
  assert.equal(await verdict(makeElf({ notes: [{ type: 18, value: 0x200000 }] })), 'n n');
  assert.equal(await verdict(makeElf({ notes: [...PV_NOTES, { type: 15, value: 0x100800 }] })), 'n n', 'P2M inside');
  assert.equal(await verdict(makeElf({ notes: [...without(3), { type: 4, value: 0 }] })), 'n n', 'an offset without a base');
});

test('required features have to be known', async () => {
  const features = (value: string) => [...BOTH, { type: 10, value }];
  assert.equal(await verdict(makeElf({ notes: features('!writable_page_tables|unknown') })), 'y y');
  assert.equal(await verdict(makeElf({ notes: features('!unknown') })), 'n n');
  assert.equal(await verdict(makeElf({ notes: features('!dom0') })), 'n n');
});

test('later notes override earlier ones', async () => {
  assert.equal(await verdict(makeElf({ notes: [...BOTH, { type: 5, value: 'xen-2.0' }] })), 'n y');
  assert.equal(await verdict(makeElf({ notes: [...BOTH, { type: 18, value: 0xffffffff }] })), 'y n', 'the value for none');
});

test('gzip round the whole file is unpacked once', async () => {
  const kernel = makeElf({ notes: BOTH });
  assert.equal(await verdict(gzipSync(kernel)), 'y y');
  assert.equal(await verdict(gzipSync(gzipSync(kernel))), 'n n');
  assert.equal(await verdict(gzipSync(kernel).subarray(0, 60)), 'n n');
  assert.equal(await verdict(concat([gzipSync(kernel), new Uint8Array(4)])), 'n n', 'the last four bytes are the size');
});

test('a bzImage is judged by what is inside', async () => {
  const kernel = makeElf({ notes: BOTH });
  assert.equal(await verdict(makeBzImage({ payload: kernel })), 'y y', 'not compressed');
  assert.equal(await verdict(makeBzImage({ payload: gzipSync(kernel) })), 'y y');
  assert.equal(await verdict(makeBzImage({ payload: gzipSync(kernel), protocol: 0x207 })), 'n n');
  assert.equal(await verdict(makeBzImage({ payload: gzipSync(kernel), excess: 1 })), 'n n', 'cut short');
  assert.equal(await verdict(makeBzImage({ payload: new Uint8Array(64) })), 'n n');
  assert.equal(await verdict(makeBzImage({ payload: makeBzImage({ payload: kernel }) })), 'n n', 'one in another');
  const bare = makeElf({ bits: 32, machine: 3 });
  assert.equal(await verdict(makeBzImage({ payload: bare })), 'n n', 'the loader for bare code is not asked again');
});

/** One legacy LZ4 frame that holds literals only. */
function packLz4(content: Uint8Array): Uint8Array {
  const count = content.length - 15;
  const length = [0xf0, ...Array.from({ length: Math.floor(count / 255) }, () => 255), count % 255];
  const block = concat([Uint8Array.from(length), content]);
  const head = new Uint8Array(8);
  const view = new DataView(head.buffer);
  view.setUint32(0, 0x184c2102, true);
  view.setUint32(4, block.length, true);
  return concat([head, block]);
}

test('LZ4 was broken before 4.11.4', async () => {
  const kernel = makeElf({ notes: BOTH });
  const image = makeBzImage({ payload: withSizeWord(packLz4(kernel), kernel.length) });
  assert.equal(await verdict(image, 10), 'n n');
  assert.equal(await verdict(image, 11), 'y y');
  assert.equal(
    await verdict(makeBzImage({ payload: withSizeWord(packLz4(kernel), kernel.length + 64) })),
    'n n',
    'less than the size says',
  );
});

test('a size after the payload that is too large matters to LZ4 since 4.22', async () => {
  const kernel = makeElf({ notes: BOTH });
  const image = makeBzImage({ payload: withSizeWord(packLz4(kernel), kernel.length + 64) });
  assert.equal(await verdict(image, 21), 'y y');
  assert.equal(await verdict(image, 22), 'n n');
  assert.equal(await verdict(makeBzImage({ payload: withSizeWord(packLz4(kernel), kernel.length - 1) }), 21), 'n n', 'too small');
});

test('up to 4.15 nothing looked at the size after an xz payload', needsCompressors, async () => {
  const kernel = makeElf({ notes: BOTH });
  const withSize = (size: number) => makeBzImage({ payload: withSizeWord(pack('xz', kernel), size) });
  assert.equal(await verdict(withSize(kernel.length + 1), 15), 'y y');
  assert.equal(await verdict(withSize(kernel.length + 1), 16), 'n n');
  assert.equal(await verdict(withSize(kernel.length - 1), 16), 'y y', 'the rest is not unpacked');
  assert.equal(await verdict(withSize(0), 15), '? ?');
  assert.equal(await verdict(withSize(0), 16), 'n n');
});

test('checksums count where they are read', needsCompressors, async () => {
  const kernel = makeElf({ notes: BOTH });
  const turn = (bytes: Uint8Array, fromEnd: number) => bytes.map((byte, index) => (index === bytes.length - fromEnd ? byte ^ 0x55 : byte));
  for (const [format, place] of [
    ['xz', 1],
    ['xz', 12],
    ['zstd', 1],
  ] as const) {
    const packed = pack(format, kernel);
    assert.equal(await verdict(makeBzImage({ payload: withSizeWord(packed, kernel.length) })), 'y y', format);
    assert.equal(await verdict(makeBzImage({ payload: withSizeWord(turn(packed, place), kernel.length) })), 'n n', format);
  }
  for (const place of [1, 8]) assert.equal(await verdict(turn(gzipSync(kernel), place)), 'n n', 'gzip');
});

test('zstd frames fill the payload, and their windows may be large', needsCompressors, async () => {
  const kernel = makeElf({ notes: BOTH });
  const packed = packWith(['zstd', '-q', '--no-content-size'], kernel);
  const around = (payload: Uint8Array) => makeBzImage({ payload: withSizeWord(payload, kernel.length) });
  const skippable = Uint8Array.from([0x50, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 7]);
  assert.equal(await verdict(around(concat([packed, skippable]))), 'y y');
  assert.equal(await verdict(around(concat([packed, new Uint8Array(16)]))), 'n n');
  assert.equal(await verdict(around(packed.subarray(0, packed.length - 4))), 'n n', 'the checksum is missing');
  assert.equal(await verdict(around(packed.map((byte, index) => (index === 5 ? 0xa8 : byte)))), 'y y', 'a window of 2 GiB');
});

test('filters of xz for other data say nothing', needsCompressors, async () => {
  const kernel = makeElf({ notes: BOTH });
  for (const filter of ['--delta=dist=4', '--arm', '--sparc']) {
    const packed = packWith(['xz', '--check=crc32', filter, '--lzma2=preset=1'], kernel);
    assert.equal(await verdict(makeBzImage({ payload: withSizeWord(packed, kernel.length) })), '? ?', filter);
  }
});

test('a table of an old PV kernel may ask for aligned pages, and has to make sense for PVH too', async () => {
  const table = (flags: number, header = 0x100000) => {
    const bytes = new Uint8Array(64);
    const view = new DataView(bytes.buffer);
    for (const [index, value] of [0x336ec578, flags, -(0x336ec578 + flags), header, 0x100000, 0, 0, 0x100000].entries())
      view.setUint32(index * 4, value >>> 0, true);
    return bytes;
  };
  assert.equal(await verdict(table(0x18000)), 'y ?');
  assert.equal(await verdict(table(0x18001)), 'y ?');
  assert.equal(await verdict(table(0x18002)), 'n n');
  assert.equal(await verdict(table(0x18000, 0x0fffff)), 'n n');
});

test('notes that are set twice, and the number that stands for none', async () => {
  const again = (type: number, value: number | string | Uint8Array) => [...BOTH, { type, value }];
  const none = new Uint8Array(8).fill(0xff);
  assert.equal(await verdict(makeElf({ notes: again(1, none) })), 'y y', 'the entry of the file counts');
  assert.equal(await verdict(makeElf({ notes: again(15, 0x100800) })), 'n n', 'a table of pages inside the kernel, for PVH too');
  assert.equal(await verdict(makeElf({ bits: 32, machine: 3, notes: [...again(9, 'yes'), { type: 9, value: 'no' }] })), 'y y');
  assert.equal(await verdict(makeElf({ bits: 32, machine: 3, notes: again(9, 'yes[extended-cr3]') })), 'n y');
});

test('kernels for dom0 and for other machines', async () => {
  assert.equal(
    await verdict(makeElf({ bits: 32, machine: 3, notes: [...BOTH, { type: 10, value: '!dom0' }] })),
    'n n',
    'not taken as bare code',
  );
  assert.equal(await verdict(makeElf({ machine: 183, notes: BOTH })), 'n y', 'PVH does not look at the machine');
  assert.equal(await verdict(makeElf({ bits: 32, machine: 8 })), 'n n', 'no notes and no x86');
});

test('the old section counts for PV only since 4.16', async () => {
  const elf = makeElf({ bits: 32, machine: 3 });
  const guest = new TextEncoder().encode('GUEST_OS=linux,XEN_VER=xen-3.0,VIRT_BASE=0x0,ELF_PADDR_OFFSET=0x0,VIRT_ENTRY=0x100000,PAE=yes\0');
  const image = addSection(elf, '__xen_guest', guest);
  assert.equal(await verdict(image, 22), 'y ?');
  assert.equal(await verdict(image, 15), 'y n');
});

/** Adds a table with a section of names and one more. */
function addSection(elf: Uint8Array, name: string, content: Uint8Array): Uint8Array {
  const names = new TextEncoder().encode(`\0${name}\0`);
  const table = new Uint8Array(40 * 3);
  const [namesAt, contentAt] = [elf.length, elf.length + names.length];
  const tableAt = contentAt + content.length;
  const view = new DataView(table.buffer);
  for (const [index, [nameAt, offset, size]] of [
    [0, namesAt, names.length],
    [1, contentAt, content.length],
  ].entries()) {
    const at = 40 * (index + 1);
    view.setUint32(at, nameAt ?? 0, true);
    view.setUint32(at + 4, 1, true);
    view.setUint32(at + 16, offset ?? 0, true);
    view.setUint32(at + 20, size ?? 0, true);
  }
  const image = concat([elf, names, content, table]);
  const head = new DataView(image.buffer);
  head.setUint32(32, tableAt, true);
  head.setUint16(46, 40, true);
  head.setUint16(48, 3, true);
  head.setUint16(50, 1, true);
  return image;
}

test('Arm images are known by their magic', async () => {
  const image = new Uint8Array(128);
  image.set(new TextEncoder().encode('ARM\x64'), 0x38);
  const judge = async (bytes: Uint8Array) => judgeArm(inspectImage(bytesSource(bytes), await nodeCodecs)).boots;
  assert.equal(await judge(image), true);
  assert.equal(await judge(gzipSync(image)), true);
  assert.equal(await judge(makeElf({ machine: 183 })), false);
});

test('what gets into kernel by mistake is named', async () => {
  const at = (text: string, offset: number, size = 4096) => {
    const bytes = new Uint8Array(size);
    bytes.set(new TextEncoder().encode(text), offset);
    return bytes;
  };
  const disk = new Uint8Array(2 ** 20);
  disk.set([0x55, 0xaa], 510);
  const formats: readonly (readonly [Uint8Array, string])[] = [
    [new Uint8Array(), 'empty'],
    [new TextEncoder().encode('#!/bin/sh\n'), 'script'],
    [new TextEncoder().encode('kernel = "a"\n'), 'text'],
    [at('CD001', 0x8001, 0x9000), 'iso'],
    [at('QFI\xfb', 0), 'unknown'],
    [Uint8Array.from([0x51, 0x46, 0x49, 0xfb, 0, 0, 0, 3]), 'qcow2-image'],
    [disk, 'disk-image'],
    [at('070701', 0), 'initrd'],
    [at('MZ\0\0zimg', 0), 'efi-zboot'],
    [Uint8Array.from([0x27, 0x05, 0x19, 0x56, 0, 0, 0, 0]), 'uimage'],
    [new Uint8Array(64), 'unknown'],
  ];
  for (const [bytes, format] of formats) {
    const report = inspectImage(bytesSource(bytes), await nodeCodecs);
    assert.equal(report.format, format);
    assert.equal(judgePv(report, 22).boots, false);
    assert.match(judgePv(report, 22).reason?.template ?? '', /\.$/);
  }
});

test('notes are padded to four bytes, whatever the program says', async () => {
  const note = makeNote('Xen', { type: 5, value: 'xen-3.0' });
  assert.equal(note.length % 4, 0);
  assert.equal(await verdict(makeElf({ notes: [{ type: 99, value: 'abcde' }, ...BOTH] })), 'y y');
});
