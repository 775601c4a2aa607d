/** The contract of a decompressor that stops when enough is there, and the buffer that it fills. */

export interface Unpacker {
  /** What was unpacked so far. */
  readonly output: Uint8Array;
  /** Unpacks until at least so many bytes are there, or there are no more. */
  advance(needed: number): void;
  /** Why there are no more: the stream ended, or a sentence that says what is wrong with it. */
  readonly end: 'open' | 'complete' | { readonly damage: string };
  /** Gives back what the platform holds; nothing can be unpacked any more. */
  dispose?: () => void;
}

/** No answer needs more than this of an image, in bytes; debug kernels go on behind it. */
export const MAX_UNPACKED = 320 * 1024 * 1024;
const FIRST_CAPACITY = 1024 * 1024;

/** A buffer that grows; decoders also use it as their dictionary. */
export class OutputBuffer {
  /** Room for `length` bytes and more; only the first `length` count. */
  bytes: Uint8Array;
  length = 0;
  private readonly limit: number;

  /** @param limit how many bytes it may hold in the end */
  constructor(limit: number) {
    this.limit = Math.min(limit, MAX_UNPACKED);
    this.bytes = new Uint8Array(Math.min(this.limit, FIRST_CAPACITY));
  }

  /** Makes room for so many bytes in all; false where that is more than it may hold. */
  reserve(total: number): boolean {
    if (total > this.limit) return false;
    if (total > this.bytes.length) {
      const larger = new Uint8Array(Math.min(this.limit, Math.max(total, this.bytes.length * 2)));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    return true;
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

  constructor(buffer: OutputBuffer, step: (needed: number) => boolean) {
    this.buffer = buffer;
    this.step = step;
  }

  get output(): Uint8Array {
    return this.buffer.filled;
  }

  advance(needed: number): void {
    try {
      while (this.end === 'open' && this.buffer.length < needed) if (!this.step(needed)) this.end = 'complete';
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      this.end = { damage: error.message };
    }
  }
}

/** What is wrong with a stream. Never leaves the unpackers. */
export class Damage extends Error {}
