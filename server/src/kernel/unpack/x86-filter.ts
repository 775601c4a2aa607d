/** Undoes the filter of x86 code, which `assembly/x86.ts` explains, as far as what follows can change it no more. */
import type { Machine } from './machine';
import type { OutputBuffer } from './unpacker';

/** An instruction with its operand, less one byte. */
const LOOK_AHEAD = 4;

export class X86Filter {
  /** How much of the output belongs to blocks before this one. */
  private readonly start: number;
  private readonly machine: Machine;
  private readonly raw: OutputBuffer;
  private readonly output: OutputBuffer;
  /** Offsets in the block: up to where bytes are taken over, and the next to look at. */
  private taken = 0;
  private next = 0;
  private readonly rawStart: number;

  /**
   * @param raw what LZMA2 unpacks, which it needs unchanged as its dictionary
   * @param output gets the bytes with their distances; with a room of the machine
   */
  constructor(machine: Machine, raw: OutputBuffer, output: OutputBuffer) {
    this.machine = machine;
    this.raw = raw;
    this.rawStart = raw.length;
    this.output = output;
    this.start = output.length;
    machine.decoders.x86Start();
  }

  /** Takes over what was unpacked since the last time, but for the bytes that could still change. */
  run(isLast: boolean): void {
    const { raw, output, start, rawStart } = this;
    const available = Math.min(raw.length - rawStart, this.taken + output.room);
    output.reserve(start + available);
    output.bytes.set(raw.bytes.subarray(rawStart + this.taken, rawStart + available), start + this.taken);
    this.taken = available;
    const address = output.bytes.byteOffset + start;
    this.next = Math.max(this.next, this.machine.decoders.x86Convert(address, this.next, available - LOOK_AHEAD));
    output.length = start + (isLast ? available : Math.min(this.next, available));
  }
}
