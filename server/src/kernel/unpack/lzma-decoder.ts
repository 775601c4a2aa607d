/** The decoder behind xz and lzma. The output buffer is the dictionary, so nothing is copied twice. */
import type { Machine } from './machine';
import { Damage, type OutputBuffer } from './unpacker';
import { message } from '../../text/message';

/** The most that lc and lp may be together (LZMA_LCLP_MAX of liblzma, which Xen's tools use). */
const MAX_LITERAL_BITS = 4;
/** By the numbers that `assembly/lzma.ts` gives. */
const DAMAGES = [
  undefined,
  message('the data ends early'),
  message('a match lies before the beginning'),
  message('a match goes beyond the end'),
] as const;

export class LzmaDecoder {
  /** The next byte of the input. */
  position: number;
  private readonly machine: Machine;
  private readonly buffer: OutputBuffer;

  /**
   * @param machine has the input; only one decoder at a time can use it
   * @param buffer with a room of the machine
   */
  constructor(machine: Machine, position: number, buffer: OutputBuffer) {
    this.machine = machine;
    this.position = position;
    this.buffer = buffer;
    machine.decoders.isAtEnd.value = 0;
    this.resetDictionary();
  }

  /** Set by the end marker of a stream that has one. */
  get isAtEnd(): boolean {
    return this.machine.decoders.isAtEnd.value === 1;
  }

  /** Takes the byte with lc, lp and pb; false for one that is none, or that liblzma does not take. */
  setProperties(byte: number): boolean {
    if (byte >= 9 * 5 * 5) return false;
    const lc = byte % 9;
    const rest = (byte - lc) / 9;
    const lp = rest % 5;
    if (lc + lp > MAX_LITERAL_BITS) return false;
    this.machine.decoders.lzmaSetProperties(lc, lp, Math.floor(rest / 5));
    return true;
  }

  resetDictionary(): void {
    this.machine.decoders.dictionaryStart.value = this.buffer.bytes.byteOffset + this.buffer.length;
  }

  resetState(): void {
    this.machine.decoders.lzmaResetState();
  }

  /** Starts the range coder at the position: a zero byte and four of the code. */
  startRange(): void {
    const { input, decoders } = this.machine;
    if (input[this.position] !== 0 || this.position + 5 > input.length) throw new Damage(message('the range coder does not start with 0'));
    decoders.position.value = input.byteOffset + this.position + 1;
    decoders.lzmaStartRange();
    this.position += 5;
  }

  /**
   * Decodes until the output has so many bytes, or the end marker comes.
   * @param limit up to where a match may go on; there has to be room for that
   * @param cutsMatches the limit is where the room ends, which cuts a match and is no damage
   */
  decode(end: number, limit: number, cutsMatches: boolean): void {
    const { decoders, input } = this.machine;
    const outStart = this.buffer.bytes.byteOffset;
    decoders.position.value = input.byteOffset + this.position;
    decoders.outPosition.value = outStart + this.buffer.length;
    const inputEnd = input.byteOffset + input.length;
    const damage = DAMAGES[decoders.lzmaDecode(outStart + end, outStart + limit, cutsMatches, inputEnd)];
    if (damage !== undefined) throw new Damage(damage);
    this.position = decoders.position.value - input.byteOffset;
    this.buffer.length = decoders.outPosition.value - outStart;
  }
}
