/** How much memory looking into one image may take: its packed bytes, what they unpack to, and what the decoders keep. */

/** For all buffers of an image together, in bytes. A large kernel of a distribution takes two thirds of it. */
export const MAX_MEMORY = 224 * 1024 * 1024;

export class MemoryBudget {
  /** More was asked for than there is, so the image was not looked into as far as it takes. */
  isExhausted = false;
  private rest: number;

  constructor(bytes = MAX_MEMORY) {
    this.rest = bytes;
  }

  /** How many bytes can still be taken. */
  get left(): number {
    return this.rest;
  }

  /** Takes bytes for a buffer; false where there are not so many. */
  take(bytes: number): boolean {
    if (bytes > this.rest) {
      this.isExhausted = true;
      return false;
    }
    this.rest -= bytes;
    return true;
  }
}
