/** Numbers and texts from a source. What lies outside reads as 0, as in Xen's own reader (libelf-tools.c, elf_access_unsigned). */
import type { ByteSource } from './byte-source';

const PAGE_SIZE = 4096;
/** Pages that are kept, so that a run of small reads costs one. */
const MAX_PAGES = 64;

export class ByteReader {
  readonly size: number;
  private readonly source: ByteSource;
  private readonly isBigEndian: boolean;
  private readonly pages = new Map<number, Uint8Array>();

  constructor(source: ByteSource, isBigEndian = false) {
    this.source = source;
    this.size = source.size;
    this.isBigEndian = isBigEndian;
  }

  u8(offset: number): number {
    if (!(offset >= 0 && offset < this.size)) return 0;
    const page = Math.floor(offset / PAGE_SIZE);
    return this.pageAt(page)[offset - page * PAGE_SIZE] ?? 0;
  }

  u16(offset: number): number {
    return this.unsigned(offset, 2);
  }

  u32(offset: number): number {
    return this.unsigned(offset, 4);
  }

  u64(offset: number): bigint {
    const [first, second] = [BigInt(this.u32(offset)), BigInt(this.u32(offset + 4))];
    if (offset + 8 > this.size) return 0n;
    return this.isBigEndian ? (first << 32n) | second : (second << 32n) | first;
  }

  /** A number of 1, 2, 4 or 8 bytes; any other width is 0. */
  number(offset: number, width: number): bigint {
    if (width === 8) return this.u64(offset);
    return width === 1 || width === 2 || width === 4 ? BigInt(this.unsigned(offset, width)) : 0n;
  }

  /** The text up to a NUL; undefined where there is none within `limit` bytes. */
  text(offset: number, limit: number): string | undefined {
    let text = '';
    for (let index = 0; index < limit && offset + index < this.size; index++) {
      const byte = this.u8(offset + index);
      if (byte === 0) return text;
      text += String.fromCharCode(byte);
    }
    return undefined;
  }

  /** Whether bytes stand at an offset. */
  matches(offset: number, bytes: readonly number[]): boolean {
    return offset + bytes.length <= this.size && bytes.every((byte, index) => this.u8(offset + index) === byte);
  }

  bytes(offset: number, length: number): Uint8Array {
    return this.source.read(offset, length);
  }

  private unsigned(offset: number, width: 1 | 2 | 4): number {
    if (!(offset >= 0 && offset + width <= this.size)) return 0;
    let value = 0;
    for (let index = 0; index < width; index++) {
      const place = this.isBigEndian ? index : width - 1 - index;
      value = value * 256 + this.u8(offset + place);
    }
    return value;
  }

  private pageAt(index: number): Uint8Array {
    const known = this.pages.get(index);
    if (known !== undefined) return known;
    const page = this.source.read(index * PAGE_SIZE, PAGE_SIZE);
    if (this.pages.size >= MAX_PAGES) this.pages.clear();
    this.pages.set(index, page);
    return page;
  }
}
