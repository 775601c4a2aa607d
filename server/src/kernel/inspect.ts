/** The door of the library: looks into an image, and gives all that the verdicts for every release follow from. */
import { message, type Message, type Word } from '../text/message';
import { findArmMachine } from './arm-image';
import { ByteReader } from './byte-reader';
import { type ByteSource, sliceSource } from './byte-source';
import { MAX_KERNEL_SIZE, openPayload, type PayloadFormat, readBzImage } from './bzimage';
import { CHECKED_SIZE, type Codecs } from './codecs';
import { type ElfImage, readElf } from './elf';
import { GUNZIP_SLACK, isGzip, limitGzipSize, readGzipSize } from './gzip-size';
import { IMAGE_FORMATS, identify, type ImageFormat } from './identify';
import { type MultibootTable, readMultiboot } from './multiboot';
import { MemoryBudget } from './memory-budget';
import { UnpackedSource } from './unpacked-source';

export interface ImageReport {
  /** Of the file, in bytes. */
  readonly size: number;
  /** What it is, unpacked once where the whole file is gzip. */
  readonly format: ImageFormat;
  /** One phrase for people. */
  readonly description: Message;
  readonly outerCompression: 'gzip' | undefined;
  /** It takes more memory to look into it than there is for that, so nothing is known of what is inside. */
  readonly isTooLarge: boolean;
  /** Why the file could not be unpacked. */
  readonly damage: Word | undefined;
  /** What it says of itself, such as `6.1.0-50-amd64`. */
  readonly version: string | undefined;
  readonly multiboot: MultibootTable | undefined;
  readonly bzImage: BzImageReport | undefined;
  readonly elf: ElfImage | undefined;
  readonly armMachine: 'arm64' | 'arm32' | undefined;
}

export interface BzImageReport {
  readonly protocol: number;
  readonly problem: 'protocol' | 'payload-offset' | 'payload-length' | undefined;
  readonly payload: PayloadReport | undefined;
}

export interface PayloadReport {
  readonly format: PayloadFormat;
  readonly unpackedSize: number | undefined;
  readonly dictionary: number | undefined;
  /** Why it could not be unpacked, as far as was looked. */
  readonly damage: Word | undefined;
  /** How the size that stands after it is wrong: no kernel has it, or less is there. */
  readonly sizeFault: 'impossible' | 'short' | undefined;
  /** Nothing here can unpack it, so nothing is known. */
  readonly isUnread: boolean;
  readonly elf: ElfImage | undefined;
}

const MIN_PROTOCOL = 0x208;

/** Looks into an image. Never throws, whatever the bytes are. */
export function inspectImage(file: ByteSource, codecs: Codecs): ImageReport {
  const budget = new MemoryBudget();
  const outer = openOuter(file, codecs, budget);
  const { blob } = outer;
  try {
    const format = identify(blob);
    const bzImage = inspectBzImage(blob, codecs, budget);
    const report = {
      size: file.size,
      format,
      description: describe(format, outer.compression, bzImage),
      outerCompression: outer.compression,
      isTooLarge: false,
      version: findVersion(blob, format),
      multiboot: readMultiboot(blob),
      bzImage,
      elf: readElf(blob),
      armMachine: findArmMachine(blob),
      damage: outer.damage(),
    };
    return budget.isExhausted ? withoutContent(report) : report;
  } finally {
    outer.dispose();
  }
}

/** What is certain of a file that was not looked into as far as it takes. */
function withoutContent(report: ImageReport): ImageReport {
  return {
    ...report,
    isTooLarge: true,
    damage: undefined,
    multiboot: undefined,
    bzImage: undefined,
    elf: undefined,
    armMachine: undefined,
  };
}

interface Outer {
  readonly blob: ByteSource;
  readonly compression: 'gzip' | undefined;
  damage(): Word | undefined;
  dispose(): void;
}

/** A file that is gzip as a whole is unpacked once, as Xen does it. */
function openOuter(file: ByteSource, codecs: Codecs, budget: MemoryBudget): Outer {
  const size = isGzip(file) ? readGzipSize(file) : 0;
  if (!isGzip(file) || size + GUNZIP_SLACK > MAX_KERNEL_SIZE || !budget.take(file.size)) {
    return { blob: file, compression: undefined, damage: () => undefined, dispose: () => undefined };
  }
  const unpackedSize = size + GUNZIP_SLACK;
  const blob = new UnpackedSource(codecs.gunzip(file.read(0, file.size), unpackedSize, budget), unpackedSize);
  if (limitGzipSize(size, file.size) <= CHECKED_SIZE) blob.finish();
  return {
    blob,
    compression: 'gzip',
    damage: () => blob.damage,
    dispose: () => {
      blob.dispose();
    },
  };
}

function inspectBzImage(blob: ByteSource, codecs: Codecs, budget: MemoryBudget): BzImageReport | undefined {
  const header = readBzImage(blob);
  if (header === undefined) return undefined;
  const { protocol, payloadStart, payloadLength } = header;
  const end = payloadStart + payloadLength;
  const problem =
    protocol < MIN_PROTOCOL ? 'protocol' : payloadStart >= blob.size ? 'payload-offset' : end > blob.size ? 'payload-length' : undefined;
  const payload = problem === undefined ? inspectPayload(sliceSource(blob, payloadStart, end), codecs, budget) : undefined;
  return { protocol, problem, payload };
}

function inspectPayload(packed: ByteSource, codecs: Codecs, budget: MemoryBudget): PayloadReport {
  const { format, unpackedSize, dictionary, content } = openPayload(packed, codecs, budget);
  const elf = content === undefined ? undefined : readElf(content);
  const known = { format, unpackedSize, dictionary, elf };
  if (!(content instanceof UnpackedSource)) {
    const isUnread = content === undefined && format === 'zstd' && codecs.unzstd === undefined;
    return { ...known, damage: undefined, sizeFault: content === undefined && !isUnread ? 'impossible' : undefined, isUnread };
  }
  const mostUnpacked = format === 'gzip' ? limitGzipSize(content.size, packed.size) : content.size;
  if (mostUnpacked <= CHECKED_SIZE) content.finish();
  const { damage, isUnread } = content;
  const sizeFault = content.isShort && format !== 'gzip' ? 'short' : undefined;
  content.dispose();
  return { ...known, damage, sizeFault, isUnread };
}

function describe(format: ImageFormat, compression: 'gzip' | undefined, bzImage: BzImageReport | undefined): Message {
  const payload = bzImage?.payload?.format;
  const kind = IMAGE_FORMATS[format];
  const unpacked = payload === undefined || payload === 'unknown' ? kind : message('{kind} ({payload})', { kind, payload });
  return compression === undefined ? unpacked : message('{kind}, packed with gzip', { kind: unpacked });
}

const BANNER = 'Linux version ';
const MAX_SCANNED = 48 * 1024 * 1024;
const SCAN_STEP = 1024 * 1024;
const MAX_BANNER = 200;

/** What the kernel calls itself: in the header of a bzImage, in the name of a U-Boot image, else in the banner of Linux. */
function findVersion(blob: ByteSource, format: ImageFormat): string | undefined {
  if (format === 'bzimage') return readBzImage(blob)?.version?.split(' ')[0] || undefined;
  if (format === 'uimage') return new ByteReader(blob).text(32, 33);
  if (format !== 'arm64-image' && format !== 'elf64' && format !== 'elf32') return undefined;
  return scanBanner(blob);
}

function scanBanner(blob: ByteSource): string | undefined {
  const codes = Array.from(BANNER, (character) => character.charCodeAt(0));
  for (let start = 0; start < Math.min(blob.size, MAX_SCANNED); start += SCAN_STEP) {
    const bytes = blob.read(start, SCAN_STEP + MAX_BANNER);
    for (let at = bytes.indexOf(codes[0] ?? 0); at >= 0 && at < SCAN_STEP; at = bytes.indexOf(codes[0] ?? 0, at + 1)) {
      if (!codes.every((code, index) => bytes[at + index] === code)) continue;
      const text = new ByteReader(blob).text(start + at, MAX_BANNER) ?? '';
      const version = text.slice(BANNER.length).split(' ')[0] ?? '';
      if (/^\d/.test(version)) return version;
    }
  }
  return undefined;
}
