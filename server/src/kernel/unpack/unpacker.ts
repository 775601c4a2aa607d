/** The contract of a decompressor that stops when enough is there, and the buffer that it fills. */
import type { MemoryBudget } from '../memory-budget';
import { message, type Word } from '../../text/message';

export interface Unpacker {
  /** What was unpacked so far. */
  readonly output: Uint8Array;
  /** How much was unpacked so far, in bytes. */
  readonly length: number;
  /** The part of it between two offsets. */
  part(start: number, end: number): Uint8Array;
  /** Unpacks until at least so many bytes are there, or there are no more; infinitely many make it look at the end of the stream too. */
  advance(needed: number): void;
  /** Why there are no more: the stream ended, it cannot be read here, or what is wrong with it. */
  readonly end: 'open' | 'complete' | 'unread' | { readonly damage: Word };
  /** Gives back what the platform holds; nothing can be unpacked any more. */
  dispose?: () => void;
}

const FIRST_CAPACITY = 1024 * 1024;
/** So much is taken from the budget at a time, in bytes. */
const GRANT = 1024 * 1024;

/** A buffer that grows; decoders also use it as their dictionary. */
export class OutputBuffer {
  /** Room for `length` bytes and more; only the first `length` count. */
  bytes: Uint8Array;
  length = 0;
  /** How many bytes it may hold in the end. */
  readonly limit: number;
  private readonly budget: MemoryBudget;
  private granted = 0;

  /**
   * @param limit how many bytes it may hold in the end
   * @param room for as many of them as the budget can give; without it, the buffer makes its own
   */
  constructor(limit: number, budget: MemoryBudget, room: Uint8Array = new Uint8Array(Math.min(limit, FIRST_CAPACITY))) {
    this.limit = limit;
    this.budget = budget;
    this.bytes = room;
  }

  /** Makes room for so many bytes in all; false where that is more than it may hold. Throws where the memory is used up. */
  reserve(total: number): boolean {
    if (total > this.limit) return false;
    if (total > this.granted) this.grant(total);
    // It grows once, to all that it can become: systems give memory only when it is written to, and copies would be garbage.
    if (total > this.bytes.length) this.move(new Uint8Array(Math.min(this.limit, this.granted + this.budget.left)));
    return true;
  }

  /** Takes bytes over that were unpacked elsewhere, in place of what is there. */
  adopt(bytes: Uint8Array): void {
    this.grant(this.granted + bytes.length);
    this.bytes = bytes;
    this.length = bytes.length;
  }

  private grant(total: number): void {
    const wanted = Math.max(total - this.granted, Math.min(GRANT, this.limit - this.granted, this.budget.left));
    if (!this.budget.take(wanted)) throw new Damage(message('it is too large'));
    this.granted += wanted;
  }

  private move(larger: Uint8Array): void {
    larger.set(this.filled);
    this.bytes = larger;
  }

  get room(): number {
    return this.limit - this.length;
  }

  get filled(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

/** An unpacker whose work is a function that makes the next piece; it says `false` at the end of the stream and throws a `Damage`. */
export class SteppedUnpacker implements Unpacker {
  end: Unpacker['end'] = 'open';
  dispose?: () => void;
  private readonly buffer: OutputBuffer;
  private readonly step: (needed: number) => boolean;
  private readonly write: ((start: number, end: number) => void) | undefined;

  /** @param write for steps that leave bytes open: writes those between two offsets, before somebody looks there */
  constructor(buffer: OutputBuffer, step: (needed: number) => boolean, write?: (start: number, end: number) => void) {
    this.buffer = buffer;
    this.step = step;
    this.write = write;
  }

  get output(): Uint8Array {
    return this.part(0, this.length);
  }

  get length(): number {
    return this.buffer.length;
  }

  part(start: number, end: number): Uint8Array {
    this.write?.(start, Math.min(end, this.length));
    return this.buffer.filled.subarray(start, end);
  }

  advance(needed: number): void {
    try {
      while (this.end === 'open' && this.buffer.length < needed) if (!this.step(needed)) this.end = 'complete';
    } catch (error) {
      if (error instanceof Unreadable) this.end = 'unread';
      else if (error instanceof Damage) this.end = { damage: error.reason };
      else throw error;
    }
  }
}

/** A stream that may be right, and that the unpackers here do not know. Never leaves them. */
export class Unreadable extends Error {}

/** What is wrong with a stream. Never leaves the unpackers. */
export class Damage extends Error {
  readonly reason: Word;

  /** @param reason a message, or what a library says */
  constructor(reason: Word) {
    super();
    this.reason = reason;
  }
}
