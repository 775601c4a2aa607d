/** The bzip2 format: blocks of up to 900 kB, each sorted, moved to front and packed with up to six Huffman tables. */
import type { MemoryBudget } from '../memory-budget';
import { Damage, OutputBuffer, SteppedUnpacker, type Unpacker } from './unpacker';
import { message } from '../../text/message';

const BLOCK_MAGIC = 0x314159265359n;
const END_MAGIC = 0x177245385090n;
const GROUP_SIZE = 50;
const MAX_TABLES = 6;
const MAX_CODE_LENGTH = 20;
const MAX_SELECTORS = 32768;
const BLOCK_UNIT = 100_000;
/** Equal bytes in a row, after which a count follows. */
const RUN = 4;
/** Room is made for so much output at a time, in bytes. */
const STEP = 64 * 1024;

export function unpackBzip2(input: Uint8Array, limit: number, budget: MemoryBudget): Unpacker {
  const buffer = new OutputBuffer(limit, budget);
  const bits = new BitReader(input);
  let blockSize = 0;
  return new SteppedUnpacker(buffer, () => {
    if (blockSize === 0) {
      const level = (input[3] ?? 0) - 0x30;
      if (level < 1 || level > 9) throw new Damage(message('the header is none of bzip2'));
      bits.skipBytes(4);
      blockSize = level * BLOCK_UNIT;
    }
    const magic = (BigInt(bits.read(24)) << 24n) | BigInt(bits.read(24));
    if (magic === END_MAGIC) return false;
    if (magic !== BLOCK_MAGIC) throw new Damage(message('a block does not start where it should'));
    readBlock(bits, blockSize, buffer);
    return buffer.room > 0;
  });
}

/** Bits from the highest to the lowest. */
class BitReader {
  private readonly input: Uint8Array;
  private position = 0;
  private held = 0;
  private count = 0;

  constructor(input: Uint8Array) {
    this.input = input;
  }

  skipBytes(count: number): void {
    this.position += count;
  }

  /** Up to 24 bits. */
  read(bits: number): number {
    const value = this.peek(bits);
    this.skip(bits);
    return value;
  }

  /** The next bits, up to 24, without taking them; behind the end there are zeros. */
  peek(bits: number): number {
    while (this.count < bits) {
      this.held = ((this.held << 8) | (this.input[this.position++] ?? 0)) & 0x7fff_ffff;
      this.count += 8;
    }
    return (this.held >>> (this.count - bits)) & ((1 << bits) - 1);
  }

  /** Takes bits that were peeked at. */
  skip(bits: number): void {
    this.count -= bits;
    if (this.position - (this.count >> 3) > this.input.length) throw new Damage(message('the data ends early'));
  }
}

/** Codes of one table: by their length, the largest code, and where its symbols begin. */
interface HuffmanTable {
  readonly limits: Int32Array;
  readonly bases: Int32Array;
  readonly symbols: Uint16Array;
  /** By the next bits: a symbol and the length of its code, 0 for longer codes. */
  readonly short: Uint16Array;
}

/** Codes up to this length are looked up at once, in bits. */
const SHORT = 10;
const LENGTH_BITS = 5;

function readBlock(bits: BitReader, blockSize: number, buffer: OutputBuffer): void {
  // The checksum is for those who unpack all of it.
  bits.read(16);
  bits.read(16);
  if (bits.read(1) === 1) throw new Damage(message('the block is of a kind that only the first releases of bzip2 wrote'));
  const origin = bits.read(24);
  const used = readUsedBytes(bits);
  const tableCount = bits.read(3);
  const selectorCount = bits.read(15);
  if (tableCount < 2 || tableCount > MAX_TABLES || selectorCount < 1 || selectorCount > MAX_SELECTORS)
    throw new Damage(message('a block has an impossible number of tables'));
  const selectors = readSelectors(bits, tableCount, selectorCount);
  const tables = Array.from({ length: tableCount }, () => readTable(bits, used.length + 2));
  const { sorted, length } = readSymbols(bits, used, selectors, tables, blockSize);
  if (origin >= length) throw new Damage(message('a block begins outside of itself'));
  writeBlock(sorted, length, origin, buffer);
}

function readUsedBytes(bits: BitReader): readonly number[] {
  const groups = bits.read(16);
  const used: number[] = [];
  for (let group = 0; group < 16; group++) {
    if ((groups & (0x8000 >> group)) === 0) continue;
    const members = bits.read(16);
    for (let index = 0; index < 16; index++) if ((members & (0x8000 >> index)) !== 0) used.push(group * 16 + index);
  }
  if (used.length === 0) throw new Damage(message('a block uses no byte'));
  return used;
}

/** Which table each group of symbols uses, packed as moves to the front. */
function readSelectors(bits: BitReader, tableCount: number, count: number): Uint8Array {
  const order = Array.from({ length: tableCount }, (_, index) => index);
  const selectors = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    let place = 0;
    while (bits.read(1) === 1) if (++place >= tableCount) throw new Damage(message('a table is chosen that is not there'));
    const [table = 0] = order.splice(place, 1);
    order.unshift(table);
    selectors[index] = table;
  }
  return selectors;
}

function readTable(bits: BitReader, symbolCount: number): HuffmanTable {
  const lengths = new Uint8Array(symbolCount);
  let length = bits.read(5);
  for (let symbol = 0; symbol < symbolCount; symbol++) {
    while (bits.read(1) === 1) length += bits.read(1) === 0 ? 1 : -1;
    if (length < 1 || length > MAX_CODE_LENGTH) throw new Damage(message('a code has an impossible length'));
    lengths[symbol] = length;
  }
  return makeTable(lengths);
}

function makeTable(lengths: Uint8Array): HuffmanTable {
  const symbols = new Uint16Array(lengths.length);
  const [limits, bases] = [new Int32Array(MAX_CODE_LENGTH + 2).fill(-1), new Int32Array(MAX_CODE_LENGTH + 2)];
  const short = new Uint16Array(1 << SHORT);
  let [code, filled] = [0, 0];
  for (let length = 1; length <= MAX_CODE_LENGTH; length++) {
    const first = filled;
    for (let symbol = 0; symbol < lengths.length; symbol++) if (lengths[symbol] === length) symbols[filled++] = symbol;
    const count = filled - first;
    if (count > 0) {
      limits[length] = code + count - 1;
      bases[length] = first - code;
    }
    for (let index = first; index < filled && length <= SHORT; index++) {
      const place = (code + index - first) << (SHORT - length);
      short.fill(((symbols[index] ?? 0) << LENGTH_BITS) | length, place, place + (1 << (SHORT - length)));
    }
    code = (code + count) << 1;
  }
  return { limits, bases, symbols, short };
}

function readSymbol(bits: BitReader, { limits, bases, symbols, short }: HuffmanTable): number {
  const entry = short[bits.peek(SHORT)] ?? 0;
  if (entry !== 0) {
    bits.skip(entry & ((1 << LENGTH_BITS) - 1));
    return entry >> LENGTH_BITS;
  }
  for (let length = 1; length <= MAX_CODE_LENGTH; length++) {
    const code = bits.peek(length);
    if (code > (limits[length] ?? -1)) continue;
    const symbol = symbols[code + (bases[length] ?? 0)];
    if (symbol === undefined) break;
    bits.skip(length);
    return symbol;
  }
  throw new Damage(message('a code is in no table'));
}

/** The sorted block: each byte, with room for the link that `writeBlock` follows. */
function readSymbols(
  bits: BitReader,
  used: readonly number[],
  selectors: Uint8Array,
  tables: readonly HuffmanTable[],
  blockSize: number,
): { readonly sorted: Uint32Array; readonly length: number } {
  const sorted = new Uint32Array(blockSize);
  const front = Uint8Array.from(used);
  const end = used.length + 1;
  let [length, run, runBit] = [0, 0, 1];
  for (const selector of selectors) {
    const table = tables[selector];
    if (table === undefined) break;
    for (let index = 0; index < GROUP_SIZE; index++) {
      const symbol = readSymbol(bits, table);
      if (symbol <= 1) {
        run += runBit << symbol;
        runBit <<= 1;
        if (run > blockSize) throw new Damage(message('a block is longer than it may be'));
        continue;
      }
      if (run > 0) {
        if (length + run > blockSize) throw new Damage(message('a block is longer than it may be'));
        sorted.fill(front[0] ?? 0, length, length + run);
        length += run;
        [run, runBit] = [0, 1];
      }
      if (symbol === end) return { sorted, length };
      if (length >= blockSize) throw new Damage(message('a block is longer than it may be'));
      const byte = front[symbol - 1] ?? 0;
      front.copyWithin(1, 0, symbol - 1);
      front[0] = byte;
      sorted[length++] = byte;
    }
  }
  throw new Damage(message('a block has no end'));
}

/** Undoes the sorting by following links from byte to byte, and the runs. */
function writeBlock(sorted: Uint32Array, length: number, origin: number, buffer: OutputBuffer): void {
  const starts = new Int32Array(257);
  for (let index = 0; index < length; index++)
    starts[((sorted[index] ?? 0) & 0xff) + 1] = (starts[((sorted[index] ?? 0) & 0xff) + 1] ?? 0) + 1;
  for (let byte = 0; byte < 256; byte++) starts[byte + 1] = (starts[byte + 1] ?? 0) + (starts[byte] ?? 0);
  for (let index = 0; index < length; index++) {
    const byte = (sorted[index] ?? 0) & 0xff;
    const place = starts[byte] ?? 0;
    starts[byte] = place + 1;
    sorted[place] = (sorted[place] ?? 0) | (index << 8);
  }
  let link = (sorted[origin] ?? 0) >>> 8;
  let [previous, repeats] = [-1, 0];
  let { bytes: out, length: at } = buffer;
  let ready = at;
  for (let index = 0; index < length; index++) {
    const entry = sorted[link] ?? 0;
    const byte = entry & 0xff;
    link = entry >>> 8;
    const isCount = repeats === RUN;
    const count = isCount ? Math.min(byte, buffer.limit - at) : 1;
    if (at + count > ready) {
      buffer.length = at;
      ready = Math.min(at + Math.max(count, STEP), buffer.limit);
      buffer.reserve(ready);
      out = buffer.bytes;
    }
    if (isCount) out.fill(previous, at, at + count);
    else out[at] = byte;
    at += count;
    if (at === buffer.limit) break;
    repeats = isCount ? 0 : byte === previous ? repeats + 1 : 1;
    previous = isCount ? -1 : byte;
  }
  buffer.length = at;
}
