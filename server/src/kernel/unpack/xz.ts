/** The xz format: blocks of LZMA2, with the filter for x86 code that every such kernel has (xz-file-format, section 3). */
import type { MemoryBudget } from '../memory-budget';
import { LzmaDecoder } from './lzma-decoder';
import { Machine } from './machine';
import { X86Filter } from './x86-filter';
import { crc32 } from './crc32';
import { Damage, OutputBuffer, SteppedUnpacker, Unreadable, type Unpacker } from './unpacker';
import { message } from '../../text/message';

const STREAM_HEADER = 12;
const FILTER_LZMA2 = 0x21;
const FILTER_X86 = 0x04;
/** Delta, and code of other machines: no kernel for x86 is packed with them. */
const OTHER_FILTERS = [0x03, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x0b];
const MAX_FILTERS = 4;
const CRC32_CHECK = 1;
const FOOTER_SIZE = 12;
/** Bytes of the check after a block, by its type. */
const CHECK_SIZES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/** Bytes of the dictionary for its code in the header; undefined for codes that are none. */
export function dictionarySize(code: number): number | undefined {
  if (code > 40) return undefined;
  return code === 40 ? 0xffff_ffff : (2 | (code & 1)) * 2 ** (Math.floor(code / 2) + 11);
}

interface BlockHeader {
  readonly size: number;
  readonly hasX86Filter: boolean;
  readonly dictionary: number;
}

/** The dictionary that the first block asks for, in bytes; undefined where there is no readable block. */
export function readXzDictionary(input: Uint8Array): number | undefined {
  try {
    return readBlockHeader(input, STREAM_HEADER)?.dictionary;
  } catch (error) {
    if (error instanceof Damage || error instanceof Unreadable) return undefined;
    throw error;
  }
}

export function unpackXz(input: Uint8Array, limit: number, budget: MemoryBudget): Unpacker {
  const stream = new XzStream(input, limit, budget);
  return new SteppedUnpacker(stream.output, () => stream.step());
}

class XzStream {
  /** What comes out in the end; LZMA2 has a buffer of its own where a filter follows it. */
  readonly output: OutputBuffer;
  private readonly input: Uint8Array;
  private readonly limit: number;
  private readonly budget: MemoryBudget;
  private readonly machine: Machine;
  private position = STREAM_HEADER;
  private block: Block | undefined;
  /** Where the output of the block begins. */
  private blockStart = 0;
  private readonly check: number;

  constructor(input: Uint8Array, limit: number, budget: MemoryBudget) {
    this.input = input;
    this.limit = limit;
    this.budget = budget;
    this.machine = new Machine(input, limit, budget, 2);
    this.output = new OutputBuffer(limit, budget, this.machine.rooms[0]);
    this.check = (input[7] ?? 0) & 15;
  }

  /** Unpacks one chunk; false after the last block, and where no more is wanted. */
  step(): boolean {
    if (this.block === undefined) {
      if (this.position === STREAM_HEADER) checkStreamHeader(this.input);
      if (this.output.room === 0 && this.position >= this.input.length) return false;
      const header = readBlockHeader(this.input, this.position);
      if (header === undefined) return this.checkEnd();
      this.blockStart = this.output.length;
      const buffer = header.hasX86Filter ? new OutputBuffer(this.limit, this.budget, this.machine.rooms[1]) : this.output;
      const filter = header.hasX86Filter ? new X86Filter(this.machine, buffer, this.output) : undefined;
      this.block = new Block(this.machine, this.position + header.size, buffer, filter);
    }
    // With all of the output there, only what takes none is still looked at.
    if (this.block.isCut || (this.output.room === 0 && !this.block.isAtEnd)) return false;
    if (this.block.step()) return true;
    const end = this.block.position;
    const padding = (4 - ((end - this.position) & 3)) & 3;
    const checkAt = end + padding;
    if (this.check === CRC32_CHECK) expectCrc(this.input, checkAt, this.output.filled.subarray(this.blockStart));
    this.position = checkAt + (CHECK_SIZES[this.check] ?? 0);
    this.block = undefined;
    return true;
  }

  /** Holds index and footer against their checksums, as far as they are there; always false. */
  private checkEnd(): false {
    const { input, position } = this;
    const reader = new NumberReader(input, position + 1, input.length);
    for (let left = reader.next() * 2; left > 0 && reader.position < input.length; left--) reader.next();
    const crcAt = reader.position + ((4 - ((reader.position - position) & 3)) & 3);
    expectCrc(input, crcAt, input.subarray(position, crcAt));
    const footer = input.subarray(crcAt + 4, crcAt + 4 + FOOTER_SIZE);
    if (footer.length < FOOTER_SIZE) return false;
    expectCrc(footer, 0, footer.subarray(4, 10));
    if (footer[10] !== 0x59 || footer[11] !== 0x5a) throw new Damage(message('the end of the stream is damaged'));
    return false;
  }
}

function checkStreamHeader(input: Uint8Array): void {
  if (input[6] !== 0 || (input[7] ?? 0) > 15) throw new Damage(message('the header of the stream is damaged'));
  expectCrc(input, 8, input.subarray(6, 8));
}

/** Throws where a checksum is there and is another one. */
function expectCrc(input: Uint8Array, at: number, bytes: Uint8Array): void {
  if (at + 4 > input.length) return;
  const stored = new DataView(input.buffer, input.byteOffset + at, 4).getUint32(0, true);
  if (stored !== crc32(bytes)) throw new Damage(message('a checksum is wrong'));
}

/** The header at an offset; undefined where the index begins instead. */
function readBlockHeader(input: Uint8Array, start: number): BlockHeader | undefined {
  const first = input[start];
  if (first === undefined) throw new Damage(message('the data ends before the last block'));
  if (first === 0) return undefined;
  const size = (first + 1) * 4;
  const flags = input[start + 1] ?? 0;
  if ((flags & 0x3c) !== 0 || start + size > input.length) throw new Damage(message('a block header is damaged'));
  expectCrc(input, start + size - 4, input.subarray(start, start + size - 4));
  const reader = new NumberReader(input, start + 2, start + size);
  if ((flags & 0x40) !== 0) reader.next();
  if ((flags & 0x80) !== 0) reader.next();
  let [hasX86Filter, dictionary] = [false, -1];
  for (let index = 0; index <= (flags & 3) && index < MAX_FILTERS; index++) {
    const id = reader.next();
    const propertySize = reader.next();
    if (id === FILTER_LZMA2) dictionary = dictionarySize(input[reader.position] ?? 0xff) ?? -1;
    else if (id === FILTER_X86 && propertySize === 0) hasX86Filter = true;
    else if (OTHER_FILTERS.includes(id) || id === FILTER_X86) throw new Unreadable();
    else throw new Damage(message('the filter {id} is not known', { id: String(id) }));
    reader.position += propertySize;
  }
  if (dictionary < 0) throw new Damage(message('a block has no LZMA2'));
  return { size, hasX86Filter, dictionary };
}

/** Numbers of seven bits a byte. */
class NumberReader {
  position: number;
  private readonly input: Uint8Array;
  private readonly end: number;

  constructor(input: Uint8Array, start: number, end: number) {
    this.input = input;
    this.position = start;
    this.end = end;
  }

  next(): number {
    let [value, factor] = [0, 1];
    for (let index = 0; index < 9 && this.position < this.end; index++) {
      const byte = this.input[this.position++] ?? 0;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
    throw new Damage(message('a number in a block header is damaged'));
  }
}

/** A block of LZMA2 chunks. */
class Block {
  private readonly input: Uint8Array;
  private readonly buffer: OutputBuffer;
  private readonly decoder: LzmaDecoder;
  private readonly filter: X86Filter | undefined;
  private hasProperties = false;
  private hasDictionary = false;

  constructor(machine: Machine, start: number, buffer: OutputBuffer, filter: X86Filter | undefined) {
    this.input = machine.input;
    this.buffer = buffer;
    this.decoder = new LzmaDecoder(machine, start, buffer);
    this.filter = filter;
  }

  get position(): number {
    return this.decoder.position;
  }

  /** Whether there was no room for all of a chunk. */
  isCut = false;

  /** Whether no chunk follows. */
  get isAtEnd(): boolean {
    return this.input[this.decoder.position] === 0;
  }

  /** Unpacks one chunk; false at the end of the block. */
  step(): boolean {
    const control = this.byte();
    if (control === 0) {
      this.filter?.run(true);
      return false;
    }
    if (control === 1 || control === 2) this.copyChunk(control === 1);
    else if (control >= 0x80) this.decodeChunk(control);
    else throw new Damage(message('a chunk is of no known kind'));
    // Behind what there is room for, nothing comes that the filter could wait for.
    this.filter?.run(this.isCut);
    return true;
  }

  private copyChunk(resetsDictionary: boolean): void {
    if (resetsDictionary) this.resetDictionary();
    const size = this.u16() + 1;
    const { decoder, buffer } = this;
    if (!this.hasDictionary || decoder.position + size > this.input.length)
      throw new Damage(message('a chunk reaches beyond the end of the data'));
    const count = this.reserve(size);
    buffer.bytes.set(this.input.subarray(decoder.position, decoder.position + count), buffer.length);
    buffer.length += count;
    decoder.position += size;
  }

  private decodeChunk(control: number): void {
    if (control >= 0xe0) this.resetDictionary();
    const size = ((control & 0x1f) << 16) + this.u16() + 1;
    const packed = this.u16() + 1;
    const { decoder, buffer } = this;
    if (control >= 0xc0) {
      if (!decoder.setProperties(this.byte())) throw new Damage(message('a chunk has impossible properties'));
      this.hasProperties = true;
    }
    if (!this.hasProperties || !this.hasDictionary) throw new Damage(message('a chunk lacks its properties'));
    if (control >= 0xa0) decoder.resetState();
    const end = decoder.position + packed;
    if (end > this.input.length) throw new Damage(message('a chunk reaches beyond the end of the data'));
    decoder.startRange();
    const count = this.reserve(size);
    decoder.decode(buffer.length + count, buffer.length + count, count < size);
    if (decoder.position > end || decoder.isAtEnd) throw new Damage(message('a chunk is longer than it says'));
    decoder.position = end;
  }

  private resetDictionary(): void {
    this.decoder.resetDictionary();
    this.hasDictionary = true;
  }

  /** Makes room and says how many of the bytes fit. */
  private reserve(size: number): number {
    const count = Math.min(size, this.buffer.room);
    this.isCut = count < size;
    this.buffer.reserve(this.buffer.length + count);
    return count;
  }

  private byte(): number {
    const byte = this.input[this.decoder.position++];
    if (byte === undefined) throw new Damage(message('the data ends between two chunks'));
    return byte;
  }

  private u16(): number {
    return this.byte() * 256 + this.byte();
  }
}
