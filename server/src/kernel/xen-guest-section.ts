/** The section in which kernels before notes said how Xen starts them: `KEY=VALUE` between commas (libelf-dominfo.c, elf_xen_parse_guest_info). */
import type { ByteReader } from './byte-reader';
import { NoteCollector, toHex, type XenNotes } from './xen-notes';

const MAX_LENGTH = 64 * 1024;
const MAX_KEY = 31;
const MAX_VALUE = 127;

/** Reads the section at an offset. */
export function readXenGuest(reader: ByteReader, offset: number): XenNotes {
  const collector = new NoteCollector();
  const text = reader.text(offset, MAX_LENGTH) ?? '';
  for (const field of text.split(',')) {
    const [key, value] = splitOnce(field);
    take(collector, key.trim().slice(0, MAX_KEY), value.slice(0, MAX_VALUE));
  }
  return collector.result;
}

function splitOnce(field: string): readonly [string, string] {
  const equals = field.indexOf('=');
  return equals < 0 ? [field, ''] : [field.slice(0, equals), field.slice(equals + 1)];
}

const TEXTS = {
  LOADER: 'loader',
  GUEST_OS: 'guestOs',
  GUEST_VER: 'guestVersion',
  XEN_VER: 'xenVersion',
  PAE: 'paeMode',
  BSD_SYMTAB: 'bsdSymtab',
} as const;
const NUMBERS = { VIRT_BASE: 'virtBase', VIRT_ENTRY: 'entry', ELF_PADDR_OFFSET: 'paddrOffset', HYPERCALL_PAGE: 'hypercallPage' } as const;

function take(collector: NoteCollector, key: string, value: string): void {
  const text = Object.entries(TEXTS).find(([name]) => name === key)?.[1];
  const number = Object.entries(NUMBERS).find(([name]) => name === key)?.[1];
  if (text !== undefined) collector.set(text, value);
  else if (number !== undefined) collector.set(number, toHex(readNumber(value)));
  else if (key === 'FEATURES') collector.addFeatures(value);
}

function readNumber(text: string): bigint {
  const digits = /^\s*(0[xX][0-9a-fA-F]+|\d+)/.exec(text)?.[1];
  return digits === undefined ? 0n : BigInt.asUintN(64, BigInt(/^0\d/.test(digits) ? `0o${digits.replace(/[89].*/, '')}` : digits));
}
