/** LZ4 in the legacy frame of Linux kernels: a magic, then length and block in turns (xc_dom_decompress_lz4.c). */
import type { MemoryBudget } from '../memory-budget';
import { Machine } from './machine';
import { Damage, OutputBuffer, SteppedUnpacker, type Unpacker } from './unpacker';
import { message } from '../../text/message';

const MAGIC = 0x184c2102;
/** Blocks of the legacy frame hold this much, in bytes. */
const BLOCK_SIZE = 8 * 1024 * 1024;

/**
 * Goes through all sequences and holds them against their bounds, but writes of a block only what comes up to the bytes that somebody
 * reads: copying is most of the work, and most blocks of a kernel are read by nobody.
 */
export function unpackLz4(packed: Uint8Array, limit: number, budget: MemoryBudget): Unpacker {
  const machine = new Machine(packed, limit, budget, 1);
  const { input } = machine;
  const buffer = new OutputBuffer(limit, budget, machine.rooms[0]);
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const blocks: Block[] = [];
  let position = 4;
  const step = (): boolean => {
    if (position === input.length) return false;
    if (position + 4 > input.length) throw new Damage(message('the data ends inside a block length'));
    const length = view.getUint32(position, true);
    position += 4;
    if (length === MAGIC) return true;
    if (position + length > input.length) throw new Damage(message('a block reaches beyond the end of the data'));
    if (length === 0) return true;
    const room = Math.min(BLOCK_SIZE, buffer.room);
    buffer.reserve(buffer.length + room);
    const block = new Block(machine, position, position + length, buffer, room);
    blocks.push(block);
    buffer.length += block.size;
    position += length;
    return true;
  };
  return new SteppedUnpacker(buffer, step, (start, end) => {
    writeBlocks(blocks, start, end);
  });
}

/** Writes what blocks make between two offsets, and what that is copied from. */
function writeBlocks(blocks: readonly Block[], start: number, end: number): void {
  const touched = blocks.filter((block) => block.start < end && block.start + block.size > start);
  // Packers start each block anew, but Xen takes others too.
  const isChained = touched.some(({ reachesBack }) => reachesBack);
  for (const block of isChained ? blocks : touched) block.write(end);
}

/** By the negative numbers that `assembly/lz4.ts` gives. */
const DAMAGES = [
  undefined,
  message('literals reach beyond the end of a block'),
  message('a match lies outside of what was unpacked'),
  message('a block ends inside a sequence'),
] as const;

class Block {
  /** Of what it makes, in the output. */
  readonly start: number;
  readonly size: number;
  /** Whether it copies from blocks before it. */
  readonly reachesBack: boolean;
  private readonly machine: Machine;
  /** Addresses of the next sequence, and where it goes. */
  private from: number;
  private to: number;
  private readonly end: number;
  private readonly outEnd: number;

  /** Throws a `Damage` where its sequences go beyond its bounds, or beyond the room for them. */
  constructor(machine: Machine, start: number, end: number, { bytes, length }: OutputBuffer, room: number) {
    this.machine = machine;
    this.start = length;
    this.from = machine.input.byteOffset + start;
    this.end = machine.input.byteOffset + end;
    this.to = bytes.byteOffset + length;
    const { decoders } = machine;
    this.outEnd = decoders.lz4Measure(this.from, this.end, bytes.byteOffset, this.to, this.to + room);
    const damage = DAMAGES[-this.outEnd];
    if (damage !== undefined) throw new Damage(damage);
    this.size = this.outEnd - this.to;
    this.reachesBack = decoders.lz4ReachesBack.value === 1;
  }

  /** Goes on to write what it makes, up to an offset of the output at least. */
  write(wanted: number): void {
    const { decoders, rooms } = this.machine;
    decoders.lz4Write(this.from, this.end, this.to, this.outEnd, (rooms[0]?.byteOffset ?? 0) + wanted);
    this.from = decoders.lz4From.value;
    this.to = decoders.lz4To.value;
  }
}
