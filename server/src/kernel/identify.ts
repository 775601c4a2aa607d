/** Says what a file is, for people: also what is not a kernel at all but gets into `kernel` by mistake. */
import { message } from '../text/message';
import { findArmMachine } from './arm-image';
import { ByteReader } from './byte-reader';
import type { ByteSource } from './byte-source';
import { readBzImage } from './bzimage';

export const IMAGE_FORMATS = {
  bzimage: message('Linux bzImage'),
  elf64: message('64-bit ELF file'),
  elf32: message('32-bit ELF file'),
  'arm64-image': message('Arm64 Linux Image'),
  'arm-zimage': message('Arm Linux zImage'),
  uimage: message('U-Boot image'),
  'efi-zboot': message('EFI zboot image'),
  efi: message('EFI application'),
  multiboot: message('multiboot kernel'),
  gzip: message('gzip file'),
  initrd: message('initial ramdisk'),
  iso: message('ISO 9660 image'),
  'disk-image': message('disk image'),
  'qcow2-image': message('qcow2 disk image'),
  'vhd-image': message('VHD disk image'),
  'vmdk-image': message('VMDK disk image'),
  'boot-sector': message('boot sector'),
  script: message('script'),
  text: message('text file'),
  empty: message('empty file'),
  unknown: message('file of no known kind'),
} as const;

export type ImageFormat = keyof typeof IMAGE_FORMATS;

interface Signature {
  readonly format: ImageFormat;
  readonly at: number;
  readonly bytes: readonly number[] | string;
}

/** In the order in which they are tried. */
const SIGNATURES: readonly Signature[] = [
  { format: 'script', at: 0, bytes: '#!' },
  { format: 'uimage', at: 0, bytes: [0x27, 0x05, 0x19, 0x56] },
  { format: 'initrd', at: 0, bytes: '070701' },
  { format: 'initrd', at: 0, bytes: '070702' },
  { format: 'qcow2-image', at: 0, bytes: [0x51, 0x46, 0x49, 0xfb] },
  { format: 'vhd-image', at: 0, bytes: 'conectix' },
  { format: 'disk-image', at: 0, bytes: 'vhdxfile' },
  { format: 'vmdk-image', at: 0, bytes: 'KDMV' },
  { format: 'disk-image', at: 0, bytes: 'hsqs' },
  { format: 'iso', at: 0x8001, bytes: 'CD001' },
  { format: 'disk-image', at: 0x200, bytes: 'EFI PART' },
  { format: 'disk-image', at: 0x438, bytes: [0x53, 0xef] },
];

/** Behind a boot sector a disk goes on for at least this many bytes. */
const MIN_DISK = 1024 * 1024;
const TEXT_SAMPLE = 512;

/** The kind of a file, by what stands in it and not by its name. */
export function identify(source: ByteSource): ImageFormat {
  if (source.size === 0) return 'empty';
  const reader = new ByteReader(source);
  if (reader.matches(0, codesOf('MZ')) && reader.matches(4, codesOf('zimg'))) return 'efi-zboot';
  if (readBzImage(source) !== undefined) return 'bzimage';
  if (reader.matches(0, codesOf('\x7fELF'))) return reader.u8(4) === 2 ? 'elf64' : 'elf32';
  const arm = findArmMachine(source);
  if (arm !== undefined) return arm === 'arm64' ? 'arm64-image' : 'arm-zimage';
  const signature = SIGNATURES.find(({ at, bytes }) => reader.matches(at, typeof bytes === 'string' ? codesOf(bytes) : bytes));
  return signature?.format ?? identifyOther(source, reader);
}

function identifyOther(source: ByteSource, reader: ByteReader): ImageFormat {
  if (reader.matches(0, codesOf('MZ')) && reader.matches(reader.u32(0x3c), codesOf('PE\0\0'))) return 'efi';
  if (hasMultibootHeader(reader)) return 'multiboot';
  if (reader.u16(510) === 0xaa55) return source.size >= MIN_DISK ? 'disk-image' : 'boot-sector';
  if (reader.matches(0, [0x1f, 0x8b])) return 'gzip';
  const sample = source.read(0, TEXT_SAMPLE);
  return sample.length > 0 && sample.every(isTextByte) ? 'text' : 'unknown';
}

const MULTIBOOT_MAGIC = 0x1badb002;
const MULTIBOOT_SEARCHED = 8192;

function hasMultibootHeader(reader: ByteReader): boolean {
  for (let place = 0; place < Math.min(MULTIBOOT_SEARCHED, reader.size - 12); place += 4) {
    if (reader.u32(place) !== MULTIBOOT_MAGIC) continue;
    if ((MULTIBOOT_MAGIC + reader.u32(place + 4) + reader.u32(place + 8)) % 2 ** 32 === 0) return true;
  }
  return false;
}

function isTextByte(byte: number): boolean {
  return byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

function codesOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
