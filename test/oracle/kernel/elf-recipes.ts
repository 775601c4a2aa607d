/** ELF files at the edges of what the domain builder looks at: right ones, with some of their numbers and notes set to what is nearly right. */
import fc from 'fast-check';
import { concat } from '../../support/tiny-images';

/** The one segment of code that most recipes load. */
const START = 0x100000n;
const SIZE = 0x1000n;
const END = START + SIZE;

interface NoteRecipe {
  readonly type: number;
  readonly value: string | readonly [width: number, value: bigint];
  readonly name: string;
  /** A text without its NUL. */
  readonly isOpen: boolean;
}

interface SegmentRecipe {
  readonly type: number;
  readonly flags: number;
  readonly address: bigint;
  readonly memorySize: bigint;
}

export interface ElfRecipe {
  /** EI_CLASS, EI_DATA. */
  readonly kind: readonly [bits: number, order: number];
  readonly machine: number;
  readonly entry: bigint;
  readonly notes: readonly NoteRecipe[];
  readonly sectionNotes: readonly NoteRecipe[];
  /** What the section `__xen_guest` says; undefined where there is none. */
  readonly guestSection: string | undefined;
  readonly segments: readonly SegmentRecipe[];
  /** Numbers of the headers that are set in the end: which one, and to what. */
  readonly patches: readonly (readonly [field: number, value: bigint])[];
  readonly isCutBy: number;
}

const places = fc.constantFrom(0n, 1n, START - 1n, START, START + 8n, END - 1n, END, END + 1n, 0xffff_ffffn, 2n ** 64n - 1n, 2n ** 63n);
const bases = fc.constantFrom(0n, START, 0xffff_ffff_8000_0000n, 0xc000_0000n, 1n, 2n ** 64n - START);
const number = (values: fc.Arbitrary<bigint>): fc.Arbitrary<readonly [number, bigint]> =>
  fc.tuple(fc.constantFrom(8, 8, 8, 4, 4, 2, 1, 3, 0, 16), values);

const FEATURES = [
  'writable_page_tables',
  '!writable_page_tables|pae_pgdir_above_4gb',
  '!auto_translated_physmap',
  '!unknown',
  'unknown|!hvm_callback_vector',
  '!dom0',
  'dom0',
  '!',
  '|',
  '||!supervisor_mode_kernel',
  '!writable_page_tables ',
  `${'x'.repeat(63)}!dom0`,
  `${'x'.repeat(62)}|!dom0`,
  `${'x'.repeat(80)}|!nothing`,
];

/** A value for each kind of note; those that Linux writes come most often. */
const VALUES: readonly (readonly [type: number, value: fc.Arbitrary<NoteRecipe['value']>])[] = [
  [1, number(places)],
  [2, number(places)],
  [3, number(bases)],
  [4, number(bases)],
  [5, fc.constantFrom('xen-3.0', 'xen-3.0', 'xen-3.0', 'xen-3.1', 'xen-3', 'xen-3.0-x86_64-and-more', 'Xen-3.0', '')],
  [6, fc.constantFrom('linux', 'linux', 'linux', 'linuxoid', 'Linux', 'linu', 'NetBSD', '')],
  [7, fc.constantFrom('2.6', '')],
  [8, fc.constantFrom('generic', 'generic', 'generic-and-more-than-fits', 'gener', 'linux', '')],
  [9, fc.constantFrom('yes', 'yes', 'bimodal', 'yes[extended-cr3]', 'yes,bimodal', 'no', 'YES', '')],
  [10, fc.constantFrom(...FEATURES)],
  [11, fc.constantFrom('yes', 'no')],
  [12, number(places)],
  [13, number(places)],
  [15, number(places)],
  [16, number(places)],
  [17, number(fc.constantFrom(0n, 1n, 0x800n, 0xffff_ffffn))],
  [18, number(places)],
  [19, number(places)],
];

const odd = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const anyNote = fc
  .constantFrom(...VALUES)
  .chain(([type, value]) =>
    fc.record({ type: fc.constant(type), value, name: odd('Xen', 'XEN', 'Xe', 'Xenon', 'GNU', ''), isOpen: odd(false, true) }),
  );

const plain = (type: number, value: NoteRecipe['value']): NoteRecipe => ({ type, value, name: 'Xen', isOpen: false });
const LINUX: readonly NoteRecipe[] = [
  plain(6, 'linux'),
  plain(5, 'xen-3.0'),
  plain(8, 'generic'),
  plain(3, [8, 0n]),
  plain(1, [8, START]),
  plain(9, 'yes'),
  plain(18, [4, START]),
];

/** The notes of Linux without some of them, and others in between and behind. */
const notes = fc
  .tuple(fc.subarray([...LINUX], { minLength: 3 }), fc.array(anyNote, { maxLength: 3 }))
  .map(([usual, others]) => [...usual, ...others]);

const guestText = fc
  .array(
    fc.constantFrom(
      ...['GUEST_OS=linux', 'XEN_VER=xen-3.0', 'LOADER=generic', 'VIRT_BASE=0x0', 'VIRT_BASE=0xC0000000', 'ELF_PADDR_OFFSET=0x0'],
      ...['PAE=yes', 'PAE=yes[extended-cr3]', 'PAE=bimodal', 'PAE=no', 'VIRT_ENTRY=0x100000', 'VIRT_ENTRY=0xC0100000', 'VIRT_ENTRY=010'],
      ...[
        'FEATURES=!unknown',
        'FEATURES=!dom0',
        'FEATURES=writable_page_tables|!nothing',
        'BSD_SYMTAB',
        'HYPERCALL_PAGE=0x2',
        ' GUEST_OS=linux',
      ],
      ...[`LOADER=${'x'.repeat(140)}`, `${'N'.repeat(40)}=1`, 'VIRT_BASE=-1', 'VIRT_BASE= 1', ''],
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((fields) => fields.join(','));

const segment: fc.Arbitrary<SegmentRecipe> = fc.record({
  type: odd(1, 0, 4, 2),
  flags: odd(7, 0, 1, 8),
  address: fc.oneof({ weight: 3, arbitrary: fc.constant(START) }, { weight: 1, arbitrary: places }),
  memorySize: fc.oneof(
    { weight: 3, arbitrary: fc.constant(SIZE) },
    { weight: 1, arbitrary: fc.constantFrom(0n, 1n, 2n ** 64n - 1n, 0x7fffffffn) },
  ),
});

const KINDS: readonly (readonly [number, number])[] = [
  [2, 1],
  [2, 1],
  [2, 1],
  [1, 1],
  [1, 1],
  [2, 2],
  [1, 2],
  [0, 1],
  [3, 1],
  [2, 0],
];

export const elfRecipe: fc.Arbitrary<ElfRecipe> = fc.record({
  kind: fc.constantFrom(...KINDS),
  machine: fc.constantFrom(62, 62, 62, 3, 3, 40, 183, 0, 8),
  entry: fc.oneof({ weight: 2, arbitrary: fc.constant(START) }, { weight: 1, arbitrary: places }),
  notes: fc.oneof({ weight: 4, arbitrary: notes }, { weight: 1, arbitrary: fc.constant([]) }),
  sectionNotes: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: notes }),
  guestSection: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: guestText }),
  segments: fc.oneof(
    { weight: 4, arbitrary: fc.constant([{ type: 1, flags: 7, address: START, memorySize: SIZE }]) },
    { weight: 2, arbitrary: fc.array(segment, { maxLength: 3 }) },
  ),
  patches: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.array(fc.tuple(fc.nat(11), fc.constantFrom(0n, 1n, 2n, 39n, 40n, 41n, 64n, 255n, 0xffffn, -1n, -2n, -3n)), {
        maxLength: 2,
      }),
    },
  ),
  isCutBy: odd(0, 1, 8, 40, 64, 200),
});

/** Writes numbers at places, in the byte order and the width of words of the file. */
class Writer {
  readonly bytes: Uint8Array;
  private readonly wordSize: number;
  private readonly view: DataView;
  private readonly isLittle: boolean;

  constructor(size: number, wordSize: number, isLittle: boolean) {
    this.bytes = new Uint8Array(size);
    this.view = new DataView(this.bytes.buffer);
    this.wordSize = wordSize;
    this.isLittle = isLittle;
  }

  number(at: number, width: number, value: bigint | number): void {
    const shown = BigInt.asUintN(64, BigInt(value));
    for (let index = 0; index < width; index++) {
      const place = this.isLittle ? index : width - 1 - index;
      if (at + place < this.bytes.length) this.view.setUint8(at + place, Number((shown >> BigInt(8 * index)) & 0xffn));
    }
  }

  word(at: number, value: bigint | number): void {
    this.number(at, this.wordSize, value);
  }
}

function makeNote({ type, value, name, isOpen }: NoteRecipe, isLittle: boolean): Uint8Array {
  const nameBytes = new TextEncoder().encode(`${name}\0`);
  const size = typeof value === 'string' ? value.length + (isOpen ? 0 : 1) : value[0];
  const note = new Writer(12 + pad(nameBytes.length) + pad(size), 8, isLittle);
  for (const [index, each] of [nameBytes.length, size, type].entries()) note.number(index * 4, 4, each);
  note.bytes.set(nameBytes, 12);
  const at = 12 + pad(nameBytes.length);
  if (typeof value === 'string') note.bytes.set(new TextEncoder().encode(value), at);
  else note.number(at, value[0], value[1]);
  return note.bytes;
}

function pad(length: number): number {
  return Math.ceil(length / 4) * 4;
}

/** Sizes and places of the fields of a class. */
const LAYOUTS = {
  wide: {
    header: 64,
    segment: 56,
    section: 64,
    word: 8,
    segmentTable: 32,
    sectionTable: 40,
    counts: 52,
    flags: 4,
    fields: [8, 16, 24, 32, 40],
    sectionFields: [24, 32],
  },
  narrow: {
    header: 52,
    segment: 32,
    section: 40,
    word: 4,
    segmentTable: 28,
    sectionTable: 32,
    counts: 40,
    flags: 24,
    fields: [4, 8, 12, 16, 20],
    sectionFields: [16, 20],
  },
} as const;
type Layout = (typeof LAYOUTS)['wide' | 'narrow'];

const PT_NOTE = 4;
const NAMES = '\0__xen_guest\0.note\0.shstrtab\0';

interface PlacedSegment extends SegmentRecipe {
  readonly offset: number;
  readonly fileSize: number;
}

interface Section {
  readonly name: string;
  readonly type: number;
  readonly offset: number;
  readonly size: number;
}

/** The file of a recipe. */
export function buildElf(recipe: ElfRecipe): Uint8Array {
  const [bits, order] = recipe.kind;
  const layout = bits === 2 ? LAYOUTS.wide : LAYOUTS.narrow;
  const join = (list: readonly NoteRecipe[]): Uint8Array => concat(list.map((note) => makeNote(note, order === 1)));
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const [notes, sectionNotes] = [join(recipe.notes), join(recipe.sectionNotes)];
  const guest = encode(recipe.guestSection === undefined ? '' : `${recipe.guestSection}\0`);
  const names = encode(NAMES);

  const notesAt = layout.header + layout.segment * (recipe.segments.length + (notes.length === 0 ? 0 : 1));
  const sectionNotesAt = notesAt + notes.length;
  const guestAt = sectionNotesAt + sectionNotes.length;
  const namesAt = guestAt + guest.length;
  const segments = placeSegments(recipe.segments, notesAt, notes.length);
  const sections: readonly Section[] = [
    { name: '', type: 0, offset: 0, size: 0 },
    { name: '.note', type: 7, offset: sectionNotesAt, size: sectionNotes.length },
    { name: guest.length === 0 ? '.note' : '__xen_guest', type: 1, offset: guestAt, size: guest.length },
    { name: '.shstrtab', type: 3, offset: namesAt, size: names.length },
  ];
  const hasSections = guest.length > 0 || sectionNotes.length > 0;

  const sectionsAt = namesAt + names.length;
  const writer = new Writer(sectionsAt + (hasSections ? sections.length * layout.section : 0), layout.word, order === 1);
  writeHeader(writer, layout, recipe, {
    segments: segments.length,
    sectionsAt: hasSections ? sectionsAt : 0,
    sections: hasSections ? sections.length : 0,
  });
  for (const [index, segment] of segments.entries()) writeSegment(writer, layout, layout.header + index * layout.segment, segment);
  writer.bytes.set(concat([notes, sectionNotes, guest, names]), notesAt);
  if (hasSections)
    for (const [index, section] of sections.entries()) writeSection(writer, layout, sectionsAt + index * layout.section, section);
  patch(writer, recipe.patches, layout);
  return writer.bytes.subarray(0, writer.bytes.length - Math.min(recipe.isCutBy, writer.bytes.length - 1));
}

/** The segments of code hold no bytes of the file; the notes have a segment of their own. */
function placeSegments(segments: readonly SegmentRecipe[], notesAt: number, size: number): readonly PlacedSegment[] {
  const placed = segments.map((each) => ({ ...each, offset: 0, fileSize: 0 }));
  return size === 0 ? placed : [...placed, { type: PT_NOTE, flags: 4, address: 0n, memorySize: 0n, offset: notesAt, fileSize: size }];
}

interface Tables {
  readonly segments: number;
  readonly sectionsAt: number;
  readonly sections: number;
}

function writeHeader(
  writer: Writer,
  layout: Layout,
  { kind, machine, entry }: ElfRecipe,
  { segments, sectionsAt, sections }: Tables,
): void {
  writer.bytes.set([0x7f, 0x45, 0x4c, 0x46, ...kind, 1]);
  writer.number(16, 2, 2);
  writer.number(18, 2, machine);
  writer.number(20, 4, 1);
  writer.word(24, entry);
  writer.word(layout.segmentTable, layout.header);
  writer.word(layout.sectionTable, sectionsAt);
  const counts = [layout.header, layout.segment, segments, layout.section, sections, Math.max(0, sections - 1)];
  for (const [index, each] of counts.entries()) writer.number(layout.counts + index * 2, 2, each);
}

function writeSegment(writer: Writer, layout: Layout, at: number, segment: PlacedSegment): void {
  const { type, flags, address, memorySize, offset, fileSize } = segment;
  writer.number(at, 4, type);
  writer.number(at + layout.flags, 4, flags);
  for (const [index, value] of [offset, address, address, fileSize, memorySize].entries())
    writer.word(at + (layout.fields[index] ?? 0), value);
}

function writeSection(writer: Writer, layout: Layout, at: number, { name, type, offset, size }: Section): void {
  writer.number(at, 4, name === '' ? 0 : NAMES.indexOf(name));
  writer.number(at + 4, 4, type);
  for (const [index, value] of [offset, size].entries()) writer.word(at + (layout.sectionFields[index] ?? 0), value);
}

/** Sets numbers of the header and of the first segment; negative values are the size of the file and one less and more. */
function patch(writer: Writer, patches: ElfRecipe['patches'], layout: Layout): void {
  const { word, header: segment, fields: segmentFields, counts } = layout;
  const fields: readonly (readonly [at: number, width: number])[] = [
    [layout.segmentTable, word],
    [layout.sectionTable, word],
    ...[2, 4, 6, 8, 10].map((at) => [counts + at, 2] as const),
    [segment + segmentFields[0], word],
    [segment + segmentFields[3], word],
    [counts, 2],
    [segment, 4],
    [20, 4],
  ];
  for (const [field, value] of patches) {
    const [at, width] = fields[field] ?? [0, 0];
    writer.number(at, width, value < 0n ? BigInt(writer.bytes.length) + value + 2n : value);
  }
}
