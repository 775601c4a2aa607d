/** The section in which kernels before notes said how Xen starts them: `KEY=VALUE` between commas (libelf-dominfo.c, elf_xen_parse_guest_info). */
import type { ByteReader } from './byte-reader';
import { KNOWN_FEATURES, NoteCollector, splitFeatures, type XenNotes } from './xen-notes';

const MAX_LENGTH = 64 * 1024;
const MAX_KEY = 31;
const MAX_VALUE = 127;

/** Reads the section at an offset. */
export function readXenGuest(reader: ByteReader, offset: number): XenNotes {
  const collector = new NoteCollector();
  const text = reader.text(offset, MAX_LENGTH) ?? '';
  let position = 0;
  while (position < text.length) {
    const { key, value, end } = readField(text, position);
    if (!take(collector, key, value)) break;
    position = end;
  }
  return collector.result;
}

/** A field ends at its comma; what is too long is cut, and the rest is read as the next field. */
function readField(text: string, start: number): { readonly key: string; readonly value: string; readonly end: number } {
  const [key, afterKey, mark] = readUpTo(text, start, MAX_KEY, /[=,]/);
  if (mark !== '=') return { key, value: '', end: afterKey };
  const [value, end] = readUpTo(text, afterKey, MAX_VALUE, /,/);
  return { key, value, end };
}

function readUpTo(text: string, start: number, limit: number, marks: RegExp): readonly [word: string, end: number, mark: string] {
  const part = text.slice(start, start + limit);
  const length = part.search(marks);
  return length < 0 ? [part, start + part.length, ''] : [part.slice(0, length), start + length + 1, part[length] ?? ''];
}

const TEXTS = {
  LOADER: 'loader',
  GUEST_OS: 'guestOs',
  GUEST_VER: 'guestVersion',
  XEN_VER: 'xenVersion',
  BSD_SYMTAB: 'bsdSymtab',
} as const;
const NUMBERS = { VIRT_BASE: 'virtBase', VIRT_ENTRY: 'entry', ELF_PADDR_OFFSET: 'paddrOffset', HYPERCALL_PAGE: 'hypercallPage' } as const;

/** Whether the reading goes on: it ends, without an error, at a required feature that the builder does not know. */
function take(collector: NoteCollector, key: string, value: string): boolean {
  const text = Object.entries(TEXTS).find(([name]) => name === key)?.[1];
  const number = Object.entries(NUMBERS).find(([name]) => name === key)?.[1];
  if (text !== undefined) collector.setText(text, value);
  else if (number !== undefined) collector.setNumber(number, readNumber(value));
  else if (key === 'PAE' && value.startsWith('yes')) collector.setPae('always');
  else if (key === 'FEATURES') return takeFeatures(collector, value);
  return true;
}

function takeFeatures(collector: NoteCollector, value: string): boolean {
  const features = splitFeatures(value);
  const unknown = features.findIndex(({ name, isRequired }) => isRequired && !KNOWN_FEATURES.has(name));
  collector.addFeatures(unknown < 0 ? features : features.slice(0, unknown));
  return unknown < 0;
}

function readNumber(text: string): bigint {
  const digits = /^\s*(0[xX][0-9a-fA-F]+|\d+)/.exec(text)?.[1];
  return digits === undefined ? 0n : BigInt.asUintN(64, BigInt(/^0\d/.test(digits) ? `0o${digits.replace(/[89].*/, '')}` : digits));
}
