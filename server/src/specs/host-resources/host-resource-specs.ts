/** The languages of I/O ports, interrupts and memory ranges of the host (xl_parse.c, parse_config_data). */
import type { Json } from '../../text/json';
import { message, type Message, type Word } from '../../text/message';
import { type ScannedNumber, scanUnsigned } from '../../schema/c-text/c-number';
import type { ValueProblem } from '../../schema/value-problem';
import { isSince } from '../../schema/xen-version';
import type { Spec, SpecContext } from '../../schema/value-types/value-type';
import { malformed } from '../spec-key';
import { misread } from '../../schema/value-types/device-value';
import { type SpecText, wholeOf } from '../../schema/spec-text';

const UINT32_MAX = 2n ** 32n - 1n;
/** The addresses count frames of so many bytes. */
const PAGE = 4096n;

type Rows = readonly (readonly [Word, Word])[];

function plainSpec(
  named: Pick<Spec, 'id' | 'what'>,
  checkItem: Spec['checkItem'],
  toStruct: (text: string) => Json,
  explain: (text: string) => Rows,
): Spec {
  return { ...named, keys: [], fields: (text) => [{ whole: wholeOf(text) }], checkItem, toStruct, explain };
}

const PORTS = plainSpec(
  { id: 'ioports', what: 'an I/O port range' },
  function* checkPorts(item) {
    const first = scanUnsigned(item.text, 16);
    if (first === undefined) {
      yield malformed(item.whole, item, 'port');
      return;
    }
    const rest = item.text.slice(first.length);
    if (first.value >= UINT32_MAX) yield malformed(item.whole, item, 'portTooBig');
    else if (rest.startsWith('-')) yield* checkLastPort(item, rest.slice(1), first.value);
    else if (rest !== '')
      yield misread(item.place(item.slice(first.length, item.text.length)), { message: 'trailing', data: { text: rest } });
  },
  (text) => {
    const { start, end } = readPorts(text);
    return dropZeros({ first: Number(start), number: Number(BigInt.asUintN(32, end - start + 1n)) });
  },
  (text) => {
    const { start, end } = readPorts(text);
    if (end < start || scanUnsigned(text, 16) === undefined) return [];
    return [[message('I/O ports'), start === end ? hex(start) : rangeOf(start, end, countPorts(start, end))]];
  },
);

export const IOPORTS_SPEC: Spec = {
  ...PORTS,
  remark(text) {
    const { start, end } = readPorts(text);
    return end > start ? { kind: 'meaning', text: countPorts(start, end) } : undefined;
  },
};

function countPorts(start: bigint, end: bigint): Message {
  return message('{count} ports', { count: String(end - start + 1n) });
}

function readPorts(text: string): { readonly start: bigint; readonly end: bigint } {
  const first = scanUnsigned(text, 16);
  const rest = text.slice(first?.length ?? 0);
  const start = first?.value ?? 0n;
  return { start, end: rest.startsWith('-') ? (scanUnsigned(rest.slice(1), 16)?.value ?? start) : start };
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}

function rangeOf(start: bigint, end: bigint, size: Word): Message {
  return message('{start} to {end} ({size})', { start: hex(start), end: hex(end), size });
}

/** Memory in the largest unit that keeps it whole. */
function sizeOf(bytes: bigint): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
  let [size, unit] = [bytes, 0];
  while (unit < units.length - 1 && size !== 0n && size % 1024n === 0n) [size, unit] = [size / 1024n, unit + 1];
  return `${size} ${units[unit] ?? ''}`;
}

function* checkLastPort(item: SpecText, text: string, start: bigint): Generator<ValueProblem> {
  const last = scanUnsigned(text, 16);
  if (last === undefined || last.length < text.length) {
    yield malformed(item.whole, item, 'port');
    return;
  }
  if (last.value >= UINT32_MAX) yield malformed(item.whole, item, 'portTooBig');
  else if (last.value < start) yield misread(item.place(item.whole), { message: 'reversed', data: { text: item.text } });
}

export const IRQS_SPEC = plainSpec(
  { id: 'irqs', what: 'an interrupt' },
  function* checkIrq(item, { target }: SpecContext) {
    const number = scanUnsigned(item.text, 10);
    const isWhole = number !== undefined && (number.length === item.text.length || !isSince(target.xen, '4.7'));
    if (!isWhole || number.value >= UINT32_MAX) yield malformed(item.whole, item, 'irq');
    else if (number.value >= 2n ** 31n) yield { ...malformed(item.whole, item, 'irqTooBig'), stage: 'create' };
  },
  (text) => Number(BigInt.asUintN(32, scanUnsigned(text, 10)?.value ?? 0n)),
  (text) => {
    const number = scanUnsigned(text, 10)?.value;
    return number === undefined ? [] : [[message('Interrupt'), `${number} (${hex(number)})`]];
  },
);

interface MemoryRange {
  readonly start: bigint;
  readonly number: bigint;
  readonly gfn: bigint | undefined;
  readonly length: number;
}

/** Page frames `start,number[@gfn]`, in hexadecimal. */
function readMemoryRange(text: string): MemoryRange | undefined {
  const start = scanHex(text);
  if (start === undefined || text.charAt(start.length) !== ',') return undefined;
  const number = scanHex(text.slice(start.length + 1));
  if (number === undefined) return undefined;
  const length = start.length + 1 + number.length;
  const gfn = text.charAt(length) === '@' ? scanHex(text.slice(length + 1)) : undefined;
  return { start: start.value, number: number.value, gfn: gfn?.value, length: gfn === undefined ? length : length + 1 + gfn.length };
}

/** Unlike strtoul, scanf takes a prefix without digits, for 0. */
function scanHex(text: string): ScannedNumber | undefined {
  const prefix = /^[ \t\n\v\f\r]*[+-]?0[xX](?![0-9a-fA-F])/.exec(text)?.[0];
  return prefix === undefined ? scanUnsigned(text, 16) : { value: 0n, length: prefix.length };
}

const MEMORY = plainSpec(
  { id: 'iomem', what: 'a memory range' },
  function* checkIomem(item, { target }: SpecContext) {
    const range = readMemoryRange(item.text);
    const isWhole = range !== undefined && (range.length === item.text.length || !isSince(target.xen, '4.7'));
    if (!isWhole) yield malformed(item.whole, item, 'iomem');
  },
  (text) => {
    const { start = 0n, number = 0n, gfn } = readMemoryRange(text) ?? {};
    const range = dropZeros({ start: Number(start), number: Number(number) });
    return gfn === undefined || gfn === 2n ** 64n - 1n ? range : { ...range, gfn: Number(gfn) };
  },
  explainMemory,
);

export const IOMEM_SPEC: Spec = {
  ...MEMORY,
  remark(text) {
    const [row] = explainMemory(text);
    return row === undefined ? undefined : { kind: 'meaning', text: row[1] };
  },
};

/** The addresses of a range, first on the host and then in the guest where that is elsewhere. */
function explainMemory(text: string): Rows {
  const { start, number, length, gfn = start } = readMemoryRange(text) ?? {};
  // What has more behind it is refused by most releases.
  if (start === undefined || number === undefined || number === 0n || length !== text.length) return [];
  const place = (frame: bigint): Message => rangeOf(frame * PAGE, (frame + number) * PAGE - 1n, sizeOf(number * PAGE));
  const host: Rows[number] = [message('Memory of the host'), place(start)];
  return gfn === undefined || gfn === start ? [host] : [host, [message('In the guest at'), place(gfn)]];
}

/** libxl's JSON leaves zeros out. */
function dropZeros(numbers: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(numbers).filter(([, number]) => number !== 0));
}
