/** ELF files as Xen's builder looks at them (libelf-loader.c, elf_init; libelf-dominfo.c, elf_xen_parse). */
import { ByteReader } from './byte-reader';
import type { ByteSource } from './byte-source';
import { NoteCollector, toHex, type XenNotes } from './xen-notes';
import { readXenGuest } from './xen-guest-section';

export interface ElfImage {
  /** Undefined for a class that is neither; it is laid out as one of 32 bits. */
  readonly bits: 32 | 64 | undefined;
  readonly isBigEndian: boolean;
  readonly machine: number;
  readonly entry: string;
  /** Whether the tables of segments and sections lie inside the file. */
  readonly hasSaneTables: boolean;
  readonly hasSectionNames: boolean;
  /** The lowest and the highest physical address that is loaded. */
  readonly physicalStart: string;
  readonly physicalEnd: string;
  readonly notes: XenNotes;
  readonly notesFrom: 'segments' | 'sections' | '__xen_guest' | 'nowhere';
  /** Whether there is any note at all, of Xen or of others. */
  readonly hasNotes: boolean;
}

const MAGIC = [0x7f, 0x45, 0x4c, 0x46];
const MIN_SIZE = 52;
const PT_LOAD = 1;
const PT_NOTE = 4;
const SHT_NOTE = 7;
/** Headers beyond this many say nothing that a kernel needs. */
const MAX_HEADERS = 4096;
const MIN_SECTION_SIZE = 40;

/** By EI_CLASS. */
const CLASSES: readonly ElfImage['bits'][] = [undefined, 32, 64];

/** Offsets of fields for 64 and for 32 bits. */
interface Layout {
  readonly word: 8 | 4;
  readonly entry: number;
  readonly segmentTable: number;
  readonly sectionTable: number;
  /** Of the six small numbers at the end, the first of which is the size of a segment header. */
  readonly counts: number;
  readonly segment: {
    readonly flags: number;
    readonly offset: number;
    readonly paddr: number;
    readonly fileSize: number;
    readonly memorySize: number;
  };
  readonly section: { readonly offset: number; readonly size: number };
}

const LAYOUT_64: Layout = {
  word: 8,
  entry: 24,
  segmentTable: 32,
  sectionTable: 40,
  counts: 54,
  segment: { flags: 4, offset: 8, paddr: 24, fileSize: 32, memorySize: 40 },
  section: { offset: 24, size: 32 },
};
const LAYOUT_32: Layout = {
  word: 4,
  entry: 24,
  segmentTable: 28,
  sectionTable: 32,
  counts: 42,
  segment: { flags: 24, offset: 4, paddr: 12, fileSize: 16, memorySize: 20 },
  section: { offset: 16, size: 20 },
};

/** Reads the headers and the Xen notes of an ELF file; undefined for anything else. */
export function readElf(source: ByteSource): ElfImage | undefined {
  const head = new ByteReader(source);
  if (source.size < MIN_SIZE || !head.matches(0, MAGIC)) return undefined;
  const isBigEndian = head.u8(5) !== 1;
  return new ElfReader(new ByteReader(source, isBigEndian), head.u8(4) === 2 ? LAYOUT_64 : LAYOUT_32, isBigEndian).read();
}

class ElfReader {
  private readonly reader: ByteReader;
  private readonly layout: Layout;
  private readonly isBigEndian: boolean;
  private readonly segments: Table;
  private readonly sections: Table;

  constructor(reader: ByteReader, layout: Layout, isBigEndian: boolean) {
    this.reader = reader;
    this.layout = layout;
    this.isBigEndian = isBigEndian;
    this.segments = this.table(layout.segmentTable, layout.counts, Infinity);
    this.sections = this.table(layout.sectionTable, layout.counts + 4, Math.floor(reader.size / MIN_SECTION_SIZE));
  }

  read(): ElfImage {
    const { reader, layout, segments, sections } = this;
    const { start, end } = this.findPhysicalRange();
    const collected = this.collectNotes();
    return {
      bits: CLASSES[reader.u8(4)],
      isBigEndian: this.isBigEndian,
      machine: reader.u16(18),
      entry: toHex(this.word(layout.entry)),
      hasSaneTables: fits(segments, reader.size) && fits(sections, reader.size),
      hasSectionNames: reader.u16(layout.counts + 8) !== 0,
      physicalStart: toHex(start),
      physicalEnd: toHex(end),
      ...collected,
    };
  }

  private word(offset: number): bigint {
    return this.reader.number(offset, this.layout.word);
  }

  private table(offsetField: number, sizeField: number, maxCount: number): Table {
    const { reader } = this;
    return { start: Number(this.word(offsetField)), size: reader.u16(sizeField), count: Math.min(reader.u16(sizeField + 2), maxCount) };
  }

  private *entriesOf({ start, size, count }: Table, first = 0): Generator<number> {
    for (let index = first; index < Math.min(count, MAX_HEADERS); index++) yield start + index * size;
  }

  private findPhysicalRange(): { readonly start: bigint; readonly end: bigint } {
    const { reader, layout } = this;
    let [start, end] = [2n ** 64n - 1n, 0n];
    for (const header of this.entriesOf(this.segments)) {
      if (reader.u32(header) !== PT_LOAD || (reader.u32(header + layout.segment.flags) & 7) === 0) continue;
      const address = this.word(header + layout.segment.paddr);
      const last = BigInt.asUintN(64, address + this.word(header + layout.segment.memorySize));
      if (address < start) start = address;
      if (last > end) end = last;
    }
    return { start, end };
  }

  private collectNotes(): Pick<ElfImage, 'notes' | 'notesFrom' | 'hasNotes'> {
    const collector = new NoteCollector();
    const fromSegments = this.collectFrom(collector, this.segments, 0, PT_NOTE, this.layout.segment.offset, this.layout.segment.fileSize);
    if (collector.xenCount > 0) return { notes: collector.result, notesFrom: 'segments', hasNotes: true };
    const { offset, size } = this.layout.section;
    const fromSections = this.collectFrom(collector, this.sections, 1, SHT_NOTE, offset, size);
    const hasNotes = fromSegments || fromSections;
    if (collector.xenCount > 0) return { notes: collector.result, notesFrom: 'sections', hasNotes };
    const guest = this.findSection('__xen_guest');
    if (guest === undefined) return { notes: collector.result, notesFrom: 'nowhere', hasNotes };
    return { notes: readXenGuest(this.reader, guest), notesFrom: '__xen_guest', hasNotes };
  }

  /** Whether a header of the type was there. */
  private collectFrom(
    collector: NoteCollector,
    table: Table,
    first: number,
    type: number,
    offsetField: number,
    sizeField: number,
  ): boolean {
    const { reader } = this;
    const typeField = table === this.sections ? 4 : 0;
    let isFound = false;
    for (const header of this.entriesOf(table, first)) {
      if (reader.u32(header + typeField) !== type) continue;
      const offset = Number(this.word(header + offsetField));
      if (table === this.segments && offset === 0) continue;
      isFound = true;
      collector.collect(reader, offset, offset + Number(this.word(header + sizeField)));
    }
    return isFound;
  }

  /** The offset of a section by its name. */
  private findSection(name: string): number | undefined {
    const { reader, layout, sections } = this;
    const nameTable = sections.start + reader.u16(layout.counts + 8) * sections.size;
    const names = Number(this.word(nameTable + layout.section.offset));
    for (const header of this.entriesOf(sections, 1)) {
      if (reader.text(names + reader.u32(header), name.length + 1) === name) return Number(this.word(header + layout.section.offset));
    }
    return undefined;
  }
}

interface Table {
  readonly start: number;
  readonly size: number;
  readonly count: number;
}

function fits({ start, size, count }: Table, fileSize: number): boolean {
  return start + size * count <= fileSize;
}
