/** The languages of I/O ports, interrupts and memory ranges of the host (xl_parse.c, parse_config_data). */
import { isSince } from '../../schema/xen-version';
import type { Spec, SpecContext } from '../spec';
import { malformed, misread } from '../spec-key';
import { type SpecText, wholeOf } from '../spec-text';
import type { ValueProblem } from '../../schema/value-types/value-type';

const UINT32_MAX = 2n ** 32n - 1n;
const BLANKS = '[ \\t\\n\\v\\f\\r]*';
const HEX = `${BLANKS}([+-]?)(?:0[xX](?=[0-9a-fA-F]))?([0-9a-fA-F]+)`;
const PORT = new RegExp(`^${HEX}`);
const IRQ = new RegExp(`^${BLANKS}([+-]?)([0-9]+)`);
const IOMEM = new RegExp(`^${HEX},${HEX}(?:@${HEX})?`);

function plainSpec(what: string, checkItem: Spec['checkItem']): Spec {
  return { what, keys: [], fields: (text) => [{ whole: wholeOf(text) }], checkItem };
}

/** strtoul makes a negative number wrap round 64 bits. */
function readNumber(sign: string | undefined, digits: string | undefined, base: 'hex' | 'decimal'): bigint {
  const magnitude = BigInt(base === 'hex' ? `0x${digits ?? '0'}` : (digits ?? '0'));
  const capped = magnitude > 2n ** 64n - 1n ? 2n ** 64n - 1n : magnitude;
  return sign === '-' ? BigInt.asUintN(64, -capped) : capped;
}

export const IOPORTS_SPEC = plainSpec('an I/O port range', function* checkPorts(item) {
  const first = PORT.exec(item.text);
  if (first === null) {
    yield malformed(item.whole, item, 'port');
    return;
  }
  const rest = item.text.slice(first[0].length);
  const start = readNumber(first[1], first[2], 'hex');
  if (start >= UINT32_MAX) yield malformed(item.whole, item, 'portTooBig');
  else if (rest.startsWith('-')) yield* checkLastPort(item, rest.slice(1), start);
  else if (rest !== '') yield misread(item.slice(first[0].length, item.text.length), item, 'trailing', { text: rest });
});

function* checkLastPort(item: SpecText, text: string, start: bigint): Generator<ValueProblem> {
  const last = PORT.exec(text);
  if (last === null || last[0].length < text.length) {
    yield malformed(item.whole, item, 'port');
    return;
  }
  const end = readNumber(last[1], last[2], 'hex');
  if (end >= UINT32_MAX) yield malformed(item.whole, item, 'portTooBig');
  else if (end < start) yield misread(item.whole, item, 'reversed', { text: item.text });
}

export const IRQS_SPEC = plainSpec('an interrupt', function* checkIrq(item, { target }: SpecContext) {
  const match = IRQ.exec(item.text);
  const isWhole = match !== null && (match[0].length === item.text.length || !isSince(target.xen, '4.7'));
  if (!isWhole) {
    yield malformed(item.whole, item, 'irq');
    return;
  }
  const number = readNumber(match[1], match[2], 'decimal');
  if (number >= UINT32_MAX) yield malformed(item.whole, item, 'irq');
  else if (number >= 2n ** 31n) yield { ...malformed(item.whole, item, 'irqTooBig'), stage: 'create' };
});

export const IOMEM_SPEC = plainSpec('a memory range', function* checkIomem(item, { target }: SpecContext) {
  const match = IOMEM.exec(item.text);
  const isWhole = match !== null && (match[0].length === item.text.length || !isSince(target.xen, '4.7'));
  if (!isWhole) yield malformed(item.whole, item, 'iomem');
});
