/** What a decompressor makes, as bytes to read from: it unpacks as far as somebody looks. */
import type { ByteSource } from './byte-source';
import type { Word } from '../text/message';
import type { Unpacker } from './unpack/unpacker';

export class UnpackedSource implements ByteSource {
  readonly size: number;
  private readonly unpacker: Unpacker;

  /** @param size how long the result says that it is */
  constructor(unpacker: Unpacker, size: number) {
    this.unpacker = unpacker;
    this.size = size;
  }

  read(offset: number, length: number): Uint8Array {
    const end = Math.min(offset + length, this.size);
    this.unpacker.advance(end);
    return this.unpacker.part(offset, Math.max(offset, end));
  }

  /** Goes on to the end of the packed data, where checksums stand and where more can follow than the size says. */
  finish(): void {
    this.unpacker.advance(Infinity);
  }

  /** What is wrong with the packed data, as far as it was looked at. */
  get damage(): Word | undefined {
    const { end } = this.unpacker;
    return typeof end === 'object' ? end.damage : undefined;
  }

  /** Whether the packed data is of a kind that cannot be read here. */
  get isUnread(): boolean {
    return this.unpacker.end === 'unread';
  }

  /** Whether the data ended before its size was reached. */
  get isShort(): boolean {
    return this.unpacker.end === 'complete' && this.unpacker.length < this.size;
  }

  dispose(): void {
    this.unpacker.dispose?.();
  }
}
