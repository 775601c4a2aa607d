/** A WASM instance for one stream, with the inner loops of decompressors, and its memory, which holds input and output. */
import type { MemoryBudget } from '../memory-budget';
import { DECODERS } from './decoders';

/** What every platform has, and the core does not know the types of. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Decoders };
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
};
declare const atob: (text: string) => string;

interface Register {
  value: number;
}

/** The exports of `assembly/index.ts`; addresses and offsets are those of the memory. */
interface Decoders {
  readonly position: Register;
  readonly outPosition: Register;
  readonly dictionaryStart: Register;
  readonly isAtEnd: Register;
  lzmaSetProperties(lc: number, lp: number, pb: number): void;
  lzmaResetState(): void;
  lzmaStartRange(): void;
  lzmaDecode(end: number, limit: number, cutsMatches: boolean, inputEnd: number): number;
  readonly lz4From: Register;
  readonly lz4To: Register;
  readonly lz4ReachesBack: Register;
  lz4Measure(start: number, end: number, begin: number, out: number, outEnd: number): number;
  lz4Write(start: number, end: number, out: number, outEnd: number, wanted: number): void;
  x86Start(): void;
  x86Convert(start: number, from: number, end: number): number;
}

const PAGE = 65536;
/** The first page is for the tables of decoders. */
const TABLES = PAGE;
/** The decoders read and write in strides that go beyond an end by less than this, in bytes. */
const SLACK = 64;

let compiled: object | undefined;

function compile(): object {
  return (compiled ??= new WebAssembly.Module(Uint8Array.from(atob(DECODERS), (character) => character.charCodeAt(0))));
}

export class Machine {
  readonly decoders: Decoders;
  /** The input in its memory. As in the rooms, the offset in the memory is the address. */
  readonly input: Uint8Array;
  /** Where output can go: memory that the system gives only when it is written to. */
  readonly rooms: readonly Uint8Array[];

  /**
   * @param limit how many bytes each room may hold in the end
   * @param budget what the input is taken from; where that is not enough, there is none. Output takes its bytes itself.
   */
  constructor(input: Uint8Array, limit: number, budget: MemoryBudget, roomCount: number) {
    const held = budget.take(input.length) ? input : new Uint8Array();
    const size = Math.min(limit, budget.left);
    const roomStarts = Array.from({ length: roomCount }, (_, index) => TABLES + held.length + SLACK + index * (size + SLACK));
    const end = TABLES + held.length + SLACK + roomCount * (size + SLACK);
    const memory = new WebAssembly.Memory({ initial: Math.ceil(end / PAGE) });
    this.decoders = new WebAssembly.Instance(compile(), { env: { memory } }).exports;
    this.input = new Uint8Array(memory.buffer, TABLES, held.length);
    this.input.set(held);
    this.rooms = roomStarts.map((start) => new Uint8Array(memory.buffer, start, size));
  }
}
