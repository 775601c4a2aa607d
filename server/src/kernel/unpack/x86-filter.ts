/**
 * Undoes the filter that makes x86 code pack better: behind a CALL or JMP it replaced the
 * distance to the target by the address of the target. What looks like one of them by
 * accident is told apart as the packer did it, by the bytes just before.
 */
import type { OutputBuffer } from './unpacker';

/** An instruction with its operand, less one byte. */
const LOOK_AHEAD = 4;
/** Which of the last three bytes were opcodes too: whether an operand can then be one at all, and which byte of it decides. */
const IS_ALLOWED = [true, true, true, false, true, false, false, false];
const DECIDING_BYTE = [0, 1, 2, 2, 3, 3, 3, 3];

export class X86Filter {
  /** How much of the output belongs to blocks before this one. */
  private readonly start: number;
  private readonly raw: OutputBuffer;
  private readonly output: OutputBuffer;
  /** Offsets in the block: up to where bytes are taken over, and the next to look at. */
  private taken = 0;
  private next = 0;
  private lastOpcode = -1;
  private mask = 0;
  private readonly rawStart: number;

  /**
   * @param raw what LZMA2 unpacks, which it needs unchanged as its dictionary
   * @param output gets the bytes with their distances
   */
  constructor(raw: OutputBuffer, output: OutputBuffer) {
    this.raw = raw;
    this.rawStart = raw.length;
    this.output = output;
    this.start = output.length;
  }

  /** Takes over what was unpacked since the last time, but for the bytes that could still change. */
  run(isLast: boolean): void {
    const { raw, output, start, rawStart } = this;
    const available = Math.min(raw.length - rawStart, this.taken + output.room);
    output.reserve(start + available);
    output.bytes.set(raw.bytes.subarray(rawStart + this.taken, rawStart + available), start + this.taken);
    this.taken = available;
    this.convert(output.bytes, start, available - LOOK_AHEAD);
    output.length = start + (isLast ? available : Math.min(this.next, available));
  }

  private convert(bytes: Uint8Array, start: number, end: number): void {
    let at = this.next;
    for (; at < end; at++) {
      if (((bytes[start + at] ?? 0) & 0xfe) === 0xe8 && this.isInstruction(bytes, start + at, at)) {
        this.replace(bytes, start + at + 1, at);
        at += LOOK_AHEAD;
      }
    }
    this.next = Math.max(this.next, at);
  }

  /** Decides about the opcode at an offset, and remembers it. */
  private isInstruction(bytes: Uint8Array, place: number, at: number): boolean {
    const gap = at - this.lastOpcode;
    this.lastOpcode = at;
    this.mask = gap > 3 ? 0 : (this.mask << (gap - 1)) & 7;
    const doubtful =
      this.mask !== 0 && (IS_ALLOWED[this.mask] === false || isSignByte(bytes[place + 4 - (DECIDING_BYTE[this.mask] ?? 0)] ?? 0));
    if (!doubtful && isSignByte(bytes[place + 4] ?? 0)) return true;
    this.mask = (this.mask << 1) | 1;
    return false;
  }

  private replace(bytes: Uint8Array, place: number, at: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset + place, 4);
    const bits = (DECIDING_BYTE[this.mask] ?? 0) * 8;
    let source = view.getUint32(0, true);
    let target = (source - (at + 5)) >>> 0;
    while (this.mask !== 0 && isSignByte((target >>> (24 - bits)) & 0xff)) {
      source = (target ^ (2 ** (32 - bits) - 1)) >>> 0;
      target = (source - (at + 5)) >>> 0;
    }
    view.setUint32(0, ((target & 0x01ff_ffff) | -(target & 0x0100_0000)) >>> 0, true);
  }
}

/** The highest byte of a distance that is near enough. */
function isSignByte(byte: number): boolean {
  return byte === 0 || byte === 0xff;
}
