/** The notes with which a kernel says how Xen starts it (xen/include/public/elfnote.h; libelf-dominfo.c). */
import type { ByteReader } from './byte-reader';

export interface XenNotes {
  readonly guestOs?: string;
  readonly guestVersion?: string;
  readonly xenVersion?: string;
  readonly loader?: string;
  /** Whether a 32-bit kernel has PAE. */
  readonly pae?: 'always' | 'bimodal';
  readonly bsdSymtab?: string;
  /** Addresses as hexadecimal numbers, because they have 64 bits. */
  readonly entry?: string | undefined;
  readonly hypercallPage?: string | undefined;
  readonly virtBase?: string | undefined;
  readonly paddrOffset?: string | undefined;
  readonly hvStartLow?: string | undefined;
  readonly initP2m?: string | undefined;
  readonly modStartPfn?: string | undefined;
  readonly suspendCancel?: string | undefined;
  readonly phys32Entry?: string;
  readonly features: readonly string[];
  readonly requiredFeatures: readonly string[];
  /** The bit mask of a note that has one. */
  readonly supportedFeatures?: number;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type TextField = 'guestOs' | 'guestVersion' | 'xenVersion' | 'loader' | 'bsdSymtab';
type NumberField = 'entry' | 'hypercallPage' | 'virtBase' | 'paddrOffset' | 'hvStartLow' | 'initP2m' | 'modStartPfn' | 'suspendCancel';

const TEXTS: ReadonlyMap<number, TextField> = new Map([
  [5, 'xenVersion'],
  [6, 'guestOs'],
  [7, 'guestVersion'],
  [8, 'loader'],
  [11, 'bsdSymtab'],
]);
const NUMBERS: ReadonlyMap<number, NumberField> = new Map([
  [1, 'entry'],
  [2, 'hypercallPage'],
  [3, 'virtBase'],
  [4, 'paddrOffset'],
  [12, 'hvStartLow'],
  [14, 'suspendCancel'],
  [15, 'initP2m'],
  [16, 'modStartPfn'],
]);
const PAE_MODE = 9;
const FEATURES = 10;
const SUPPORTED_FEATURES = 17;
const PHYS32_ENTRY = 18;
/** The value that stands for no entry. */
const NO_PHYS32_ENTRY = 0xffff_ffffn;
const UNSET = 2n ** 64n - 1n;
const MAX_NOTES = 65536;
const MAX_TEXT = 4096;
/** libelf cuts texts to this many characters. */
const MAX_SHOWN = 15;
const HEADER_SIZE = 12;
/** Longer names of features are cut, and go on as one more. */
const MAX_FEATURE = 63;

/** The features that libelf knows by name; a required one that it does not know refuses the image. */
export const KNOWN_FEATURES: ReadonlySet<string> = new Set([
  'writable_page_tables',
  'writable_descriptor_tables',
  'auto_translated_physmap',
  'supervisor_mode_kernel',
  'pae_pgdir_above_4gb',
  'hvm_callback_vector',
  'dom0',
]);

/** Collects the notes of several places; later ones override earlier ones, features add up. */
export class NoteCollector {
  /** How many notes were Xen's. */
  xenCount = 0;
  private count = 0;
  private readonly notes: Writable<XenNotes> = { features: [], requiredFeatures: [] };

  get result(): XenNotes {
    return this.notes;
  }

  /** Reads the notes between two offsets; only their starts have to lie inside. */
  collect(reader: ByteReader, start: number, end: number): void {
    let position = start;
    while (position < end && position < reader.size && this.count++ < MAX_NOTES) {
      const [nameSize, valueSize, type] = [reader.u32(position), reader.u32(position + 4), reader.u32(position + 8)];
      const value = position + HEADER_SIZE + padded(nameSize);
      if (reader.text(position + HEADER_SIZE, 8) === 'Xen') {
        this.xenCount += 1;
        this.take(reader, type, value, valueSize);
      }
      position = value + padded(valueSize);
    }
  }

  /** Sets a field as the old section does. */
  setText(field: TextField, value: string): void {
    this.notes[field] = value;
  }

  /** Libelf marks what is not set by the largest number, so a note with that takes an earlier one back. */
  setNumber(field: NumberField, value: bigint): void {
    this.notes[field] = value === UNSET ? undefined : toHex(value);
  }

  setPae(pae: NonNullable<XenNotes['pae']>): void {
    this.notes.pae = pae;
  }

  addFeatures(features: readonly Feature[]): void {
    const required = features.filter(({ isRequired }) => isRequired);
    this.notes.features = [...new Set([...this.notes.features, ...features.map(({ name }) => name)])];
    this.notes.requiredFeatures = [...new Set([...this.notes.requiredFeatures, ...required.map(({ name }) => name)])];
  }

  private take(reader: ByteReader, type: number, offset: number, size: number): void {
    const field = NUMBERS.get(type);
    const text = TEXTS.has(type) || type === FEATURES || type === PAE_MODE ? reader.text(offset, MAX_TEXT) : undefined;
    if (field !== undefined) this.setNumber(field, reader.number(offset, size));
    else if (type === PHYS32_ENTRY) this.takePhys32Entry(reader.number(offset, size));
    else if (type === SUPPORTED_FEATURES && size % 4 === 0) this.notes.supportedFeatures = reader.u32(offset);
    else if (type === FEATURES && text !== undefined) this.addFeatures(splitFeatures(text));
    else if (type === PAE_MODE && text !== undefined) this.takePaeMode(text);
    else this.takeText(TEXTS.get(type), text);
  }

  private takeText(field: TextField | undefined, text: string | undefined): void {
    if (field !== undefined && text !== undefined) this.notes[field] = text.slice(0, MAX_SHOWN);
  }

  private takePaeMode(text: string): void {
    if (text === 'yes') this.setPae('always');
    if (text.includes('bimodal')) this.setPae('bimodal');
  }

  private takePhys32Entry(value: bigint): void {
    const entry = value & 0xffff_ffffn;
    if (entry === NO_PHYS32_ENTRY) delete this.notes.phys32Entry;
    else this.notes.phys32Entry = toHex(entry);
  }
}

export interface Feature {
  readonly name: string;
  readonly isRequired: boolean;
}

/** The features that a text lists between bars (libelf-dominfo.c, elf_xen_parse_features). */
export function splitFeatures(text: string): readonly Feature[] {
  const tokens = text.split('|').flatMap((token) => token.match(new RegExp(`[^]{1,${MAX_FEATURE}}`, 'g')) ?? []);
  return tokens.map((token) => {
    const isRequired = token.startsWith('!');
    return { name: isRequired ? token.slice(1) : token, isRequired };
  });
}

function padded(size: number): number {
  return Math.ceil(size / 4) * 4;
}

export function toHex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
