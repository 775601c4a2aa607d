/** Kernel images at the edges of what the domain builder looks at, as recipes that can be shown. */
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { packWith } from '../../support/compressors';
import { concat, withSizeWord } from '../../support/tiny-images';
import { buildElf, elfRecipe } from './elf-recipes';

export interface MadeUpImage {
  /** How it was made, for people. */
  readonly recipe: string;
  readonly bytes: Uint8Array;
}

/** Programs and their options; `gzip` has its size inside, all others have it behind. */
const PACKERS = {
  gzip: [['gzip', '-n'], ['gzip'], ['gzip', '-1']],
  xz: [
    ['xz', '--check=crc32', '--x86', '--lzma2=preset=1'],
    ['xz', '--check=crc32', '--lzma2=preset=1'],
    ['xz', '--check=none', '--lzma2=preset=0'],
    ['xz', '--check=sha256', '--delta=dist=4', '--lzma2=preset=1'],
    ['xz', '--check=crc64', '--arm', '--lzma2=preset=1'],
    ['xz', '--check=crc32', '--armthumb', '--lzma2=preset=1'],
    ['xz', '--check=crc32', '--powerpc', '--lzma2=preset=1'],
    ['xz', '--check=crc32', '--ia64', '--lzma2=preset=1'],
    ['xz', '--check=crc32', '--sparc', '--lzma2=preset=1'],
    ['xz', '--check=crc32', '--delta=dist=1', '--x86', '--lzma2=preset=1'],
    ['xz', '--check=crc32', '--x86=start=16', '--lzma2=preset=1'],
    ['xz', '--check=crc32', '-T1', '--block-size=128'],
    ['xz', '--check=crc32', '--lzma2=preset=1,dict=96MiB'],
  ],
  lzma: [
    ['lzma', '-1'],
    ['lzma', '--lzma1=preset=0,lc=3,dict=64KiB'],
  ],
  lz4: [
    ['lz4', '-l', '-3'],
    ['lz4', '-1'],
  ],
  zstd: [
    ['zstd', '-3', '-q'],
    ['zstd', '-3', '-q', '--no-check'],
    ['zstd', '-19', '-q'],
    ['zstd', '-3', '-q', '--no-content-size'],
  ],
} as const;
type Packer = keyof typeof PACKERS;

const packing = fc
  .constantFrom(...(Object.keys(PACKERS) as Packer[]))
  .chain((format) => fc.record({ format: fc.constant(format), command: fc.constantFrom<readonly string[]>(...PACKERS[format]) }));

const rare = <T>(usual: T, weight: number, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const payloadRecipe = fc.record({
  packing,
  /** What the size says beyond the truth. */
  excess: rare(0, 2, -1, 1, -16, -17, 15, 64, 2 ** 20, -(2 ** 20), 2 ** 30, -(2 ** 31)),
  /** Between the stream and the size. */
  behind: rare('', 3, '\0\0\0\0', '\0', 'garbage', '\0'.repeat(64), 'again', 'skippable'),
  /** From the end of the stream, a byte that is turned. */
  turned: rare(0, 4, 1, 4, 5, 8, 9, 12, 20, 28, 40),
  cut: rare(0, 6, 1, 3, 4, 12),
  /** Zero bytes behind the kernel, before it is packed: more than one chunk of a decoder. */
  padding: rare(0, 6, 1, 70_000, 2 ** 20),
  /** For zstd: says that matches reach back 2 GiB. */
  hasWideWindow: rare(false, 8, true),
});
type PayloadRecipe = typeof payloadRecipe extends fc.Arbitrary<infer T> ? T : never;

const SKIPPABLE = Uint8Array.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]);

function buildPayload(kernel: Uint8Array, recipe: PayloadRecipe): Uint8Array {
  const { packing: how, excess, behind, turned, cut, padding, hasWideWindow } = recipe;
  const whole = concat([kernel, new Uint8Array(padding)]);
  const stream = Uint8Array.from(packWith(how.command, whole));
  if (turned > 0 && turned <= stream.length) stream[stream.length - turned] = (stream[stream.length - turned] ?? 0) ^ 0x55;
  // A frame of a single segment has no window.
  if (how.format === 'zstd' && hasWideWindow && ((stream[4] ?? 0) & 0x20) === 0) stream[5] = 0xa8;
  const more = behind === 'again' ? stream : behind === 'skippable' ? SKIPPABLE : new TextEncoder().encode(behind);
  const all = concat([stream.subarray(0, stream.length - cut), more]);
  // gzip has its size inside, so it stands behind only to say something else.
  return how.format === 'gzip' && excess === 0 ? all : withSizeWord(all, (whole.length + excess) >>> 0);
}

const setupRecipe = fc.record({
  sectors: rare(1, 8, 0, 4, 255),
  protocol: rare(0x20f, 8, 0x207, 0x208, 0, 0xffff),
  offset: rare(0, 8, 1, 0x7fff_ffff, 0xffff_ffff),
  excess: rare(0, 8, -1, 1, -4, 0x7fff_ffff),
  behind: rare(0, 4, 1, 4096),
});
type SetupRecipe = typeof setupRecipe extends fc.Arbitrary<infer T> ? T : never;

function wrapInSetup(payload: Uint8Array, { sectors, protocol, offset, excess, behind }: SetupRecipe): Uint8Array {
  const start = Math.max((sectors + 1) * 512, 0x250);
  const bytes = new Uint8Array(start + payload.length + behind);
  const view = new DataView(bytes.buffer);
  bytes[0x1f1] = sectors;
  bytes.set(new TextEncoder().encode('HdrS'), 0x202);
  view.setUint16(0x206, protocol, true);
  view.setUint32(0x248, offset, true);
  view.setUint32(0x24c, payload.length + excess, true);
  bytes.set(payload, start);
  return bytes;
}

const tableRecipe = fc.record({
  at: fc.constantFrom(0, 4, 8, 2, 64, 4096, 8184, 8188, 8192, 8196),
  size: fc.constantFrom(32, 33, 36, 100, 8192, 8220, 8224, 8225, 8228, 12_000),
  flags: fc.constantFrom(0x10000, 0x14000, 0x18000, 0x1c000, 0x10001, 0x18001, 0x8000, 0x30000, 0x18002),
  checksum: rare(0, 8, 1),
  load: fc.constantFrom(0x100000, 0x100000, 0, 1, 0xffff_f000),
  /** Of the table in memory, from where it is loaded. */
  header: fc.constantFrom('place', 'place', 'place+1', 'place-1', 'zero', 'far'),
  loadEnd: fc.constantFrom('zero', 'end', 'end+1', 'end-1', 'before', 'far'),
  bssEnd: fc.constantFrom('zero', 'end', 'end+1', 'end-1', 'far'),
  entry: fc.constantFrom(0x100000, 0, 0xffff_ffff),
});
type TableRecipe = typeof tableRecipe extends fc.Arbitrary<infer T> ? T : never;

function putTable(base: Uint8Array, { at, size, flags, checksum, load, header, loadEnd, bssEnd, entry }: TableRecipe): Uint8Array {
  const bytes = new Uint8Array(size);
  bytes.set(base.subarray(0, size));
  if (at + 32 > size) return bytes;
  const view = new DataView(bytes.buffer);
  const end = load + size;
  const ends = { zero: 0, end, 'end+1': end + 1, 'end-1': end - 1, before: load - 1, far: 0xffff_ffff, place: 0 };
  const headers = { place: load + at, 'place+1': load + at + 1, 'place-1': load + at - 1, zero: 0, far: 0xffff_ffff } as const;
  const magic = 0x336ec578;
  const values = [
    magic,
    flags,
    -(magic + flags) + checksum,
    headers[header],
    load,
    ends[loadEnd as keyof typeof ends],
    ends[bssEnd as keyof typeof ends],
    entry,
  ];
  for (const [index, value] of values.entries()) view.setUint32(at + index * 4, value >>> 0, true);
  return bytes;
}

const wrapping = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'bare' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('gzip' as const),
      excess: rare(undefined, 2, -17, -16, 0, 1, 64, 2 ** 30, 2 ** 30 - 15),
      cut: rare(0, 8, 1, 4, 9),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('bzImage' as const),
      payload: payloadRecipe,
      setup: setupRecipe,
      isZipped: rare(false, 8, true),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('raw payload' as const), setup: setupRecipe }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('table' as const), table: tableRecipe }) },
);
type Wrapping = typeof wrapping extends fc.Arbitrary<infer T> ? T : never;

function wrap(kernel: Uint8Array, how: Wrapping): Uint8Array {
  switch (how.kind) {
    case 'bare':
      return kernel;
    case 'gzip': {
      const packed = gzipSync(kernel);
      const shown = how.excess === undefined ? packed : withSizeWord(packed, (kernel.length + how.excess) >>> 0);
      return shown.subarray(0, shown.length - how.cut);
    }
    case 'bzImage': {
      const image = wrapInSetup(buildPayload(kernel, how.payload), how.setup);
      return how.isZipped ? gzipSync(image) : image;
    }
    case 'raw payload':
      return wrapInSetup(kernel, how.setup);
    case 'table':
      return putTable(kernel, how.table);
    default: {
      const unreachable: never = how;
      return unreachable;
    }
  }
}

const turnedBytes = fc.oneof(
  { weight: 6, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(fc.tuple(fc.nat(4000), fc.constantFrom(0, 1, 0x7f, 0xff)), { minLength: 1, maxLength: 3 }) },
);

/** Right kernels often enough that what is around them decides. */
const RIGHT = { kind: [2, 1], machine: 62, entry: 0x100000n, sectionNotes: [], guestSection: undefined, patches: [], isCutBy: 0 } as const;
const kernelRecipe = fc.oneof(
  { weight: 3, arbitrary: elfRecipe },
  {
    weight: 2,
    arbitrary: elfRecipe.map(({ notes }) => ({
      ...RIGHT,
      notes,
      segments: [{ type: 1, flags: 7, address: 0x100000n, memorySize: 0x1000n }],
    })),
  },
);

export const madeUpImage: fc.Arbitrary<MadeUpImage> = fc.tuple(kernelRecipe, wrapping, turnedBytes).map(([kernel, how, turned]) => {
  const bytes = Uint8Array.from(wrap(buildElf(kernel), how));
  for (const [place, value] of turned) if (bytes.length > 0) bytes[place % bytes.length] = value;
  return { recipe: show({ how, turned, kernel }), bytes };
});

function show(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `0x${each.toString(16)}` : each));
}
