/** Whole numbers: `memory`, `vcpus`, `vncdisplay` … */
import type { DeviceModel } from '../device-model';
import { isSince, isUntil, type XenVersion } from '../xen-version';
import { readNumber } from './config-number';
import { parseCNumber } from '../c-text/c-number';
import { message, type Message, plainMessage } from '../../text/message';
import type { Stage } from '../../text/problem';
import type { Mismatch, ValueProblem } from '../value-problem';
import type { ValueContext } from '../value-context';
import { sizeInLargestUnit } from '../size';
import type { Remark, TextType } from './value-type';
import type { PlacedText } from '../placed-text';

/** A bound that some release enforces, or that is only written down. */
export interface Bound {
  readonly min?: number;
  readonly max?: number;
  /** Where it strikes; `documented` bounds are advice. */
  readonly at: Exclude<Stage, 'migrate'> | 'documented';
  readonly since?: XenVersion;
  readonly until?: XenVersion;
  /** The only device model that looks at the number. */
  readonly deviceModel?: DeviceModel;
}

export interface IntegerOptions {
  /** The C field that xl stores the number in; what does not fit is cut off. `mib` fields hold 64 bits of KiB. */
  readonly storage?: 'int32' | 'uint32' | 'long' | 'mib';
  readonly unit?: string;
  readonly bounds?: readonly Bound[];
  readonly mismatch?: Mismatch;
  /** The release from which any bad value ends xl without a message. */
  readonly strictSince?: XenVersion;
  readonly examples?: readonly string[];
}

/** A whole number, read by xl with strtol. */
export function integer(options: IntegerOptions = {}): TextType {
  const mismatchFor = ({ target }: ValueContext): Mismatch =>
    options.strictSince !== undefined && isSince(target.xen, options.strictSince) ? 'refused' : (options.mismatch ?? 'warned');
  return {
    kind: 'integer',
    shape: 'atom',
    mismatch: mismatchFor,
    *check(value, context) {
      const number = yield* readNumber(value, mismatchFor(context), options.unit);
      if (number === undefined) return;
      yield* checkBounds(number, value, options.bounds ?? [], context);
      yield* checkStorage(number, value, options.storage);
    },
    describe: () =>
      options.unit === undefined ? message('whole number') : message('whole number ({unit})', { unit: plainMessage(options.unit) }),
    suggest: () => (options.examples ?? []).map((text) => ({ text, isQuoted: false })),
    explain: (value) => explainNumber(value, options),
    remark: (value) => remarkNumber(value, options),
  };
}

function* checkBounds(number: bigint, value: PlacedText, bounds: readonly Bound[], context: ValueContext): Generator<ValueProblem> {
  for (const bound of bounds) {
    if (!isEnforced(bound, context)) continue;
    const isBelow = bound.min !== undefined && number < BigInt(bound.min);
    const isAbove = bound.max !== undefined && number > BigInt(bound.max);
    if (!isBelow && !isAbove) continue;
    const data = { value: String(number), range: describeBound(bound) };
    if (bound.at === 'documented') yield { code: 'unusual-value', range: value.range, message: 'outsideDocumented', data };
    else yield { code: 'value-out-of-range', range: value.range, message: bound.at, data, stage: bound.at };
    return;
  }
}

function isEnforced({ since, until, deviceModel }: Bound, context: ValueContext): boolean {
  const { xen } = context.target;
  return isSince(xen, since) && isUntil(xen, until) && (deviceModel === undefined || deviceModel === context.deviceModel);
}

function describeBound({ min, max }: Bound): Message {
  if (min === undefined) return message('at most {max}', { max: String(max) });
  if (max === undefined) return message('at least {min}', { min: String(min) });
  return message('{min} to {max}', { min: String(min), max: String(max) });
}

function* checkStorage(number: bigint, value: PlacedText, storage: IntegerOptions['storage']): Generator<ValueProblem> {
  const stored = store(number, storage);
  if (stored === number) return;
  // A negative number in an unsigned field is a common way to say "none" or "all", and reads back as such.
  if (storage === 'uint32' && number < 0n && number >= -(2n ** 31n)) return;
  yield { code: 'number-cut-off', range: value.range, message: 'cutOff', data: { value: String(number), stored: String(stored) } };
}

/** The number that xl keeps, in the unit in which it is written. */
function store(number: bigint, storage: IntegerOptions['storage']): bigint {
  switch (storage) {
    case 'int32':
      return BigInt.asIntN(32, number);
    case 'uint32':
      return BigInt.asUintN(32, number);
    case 'mib':
      return BigInt.asUintN(64, number * 1024n) / 1024n;
    case 'long':
    case undefined:
      return number;
    default: {
      const unreachable: never = storage;
      return unreachable;
    }
  }
}

function explainNumber(value: PlacedText, { unit, storage }: IntegerOptions): string | undefined {
  if (value.isAppended === true) return undefined;
  const number = parseCNumber(value.text);
  if (number.kind !== 'number') return undefined;
  const stored = store(number.value, storage);
  const suffix = unit === undefined ? '' : ` ${unit}`;
  const size = sizeInLargestUnit(stored, unit);
  return `${stored}${suffix}${size === undefined ? '' : ` (${size})`}`;
}

/** What is not seen at a glance: a number in another base than it seems to have, and how much memory it is. */
function remarkNumber(value: PlacedText, { unit, storage }: IntegerOptions): Remark | undefined {
  const number = parseCNumber(value.text);
  if (value.isAppended === true || number.kind !== 'number' || store(number.value, storage) !== number.value) return undefined;
  if (number.base !== 10 && (number.value > 7n || number.value < -7n)) return { kind: 'number', text: `= ${number.value}` };
  const size = sizeInLargestUnit(number.value, unit);
  return size === undefined ? undefined : { kind: 'size', text: size };
}
