/** Reads rates the way xl does (libxlu_vif.c, xlu_vif_parse_rate). */
import { scanUnsigned } from '../../schema/c-text/c-number';

const BYTES = /^\d+[GMK]?[Bb]\/s$/;
const INTERVAL = /^(\d+)([mu]?)(s?)$/;
const UINT32_MAX = 2n ** 32n - 1n;
const MICROSECONDS: Readonly<Record<string, bigint>> = { m: 1000n, u: 1n };

const UINT64_MAX = 2n ** 64n - 1n;
const MULTIPLES: Readonly<Record<string, bigint>> = { G: 1_000_000_000n, M: 1_000_000n, K: 1000n };
/** Without a unit the number counts seconds. */
const SECOND = 1_000_000n;
const DEFAULT_INTERVAL = 50_000n;

export interface Rate {
  readonly bytesPerInterval: bigint;
  /** Microseconds. */
  readonly interval: bigint;
}

/** The rate that xl makes of a text; undefined for what it refuses. */
export function readRate(text: string): Rate | undefined {
  const at = text.indexOf('@');
  const bytes = at < 0 ? text : text.slice(0, at);
  const number = scanUnsigned(bytes, 0);
  const interval = at < 0 ? DEFAULT_INTERVAL : readInterval(text.slice(at + 1));
  if (!BYTES.test(bytes) || number === undefined || !isInRange(number.value) || interval === undefined) return undefined;
  const total = scale(number.value, bytes.slice(number.length));
  return total > UINT64_MAX / interval ? undefined : { bytesPerInterval: (total * interval) / SECOND, interval };
}

/** Looks for the unit right after the number, even where base 8 ended it early. */
function scale(number: bigint, unit: string): bigint {
  const multiplied = number * (MULTIPLES[unit.charAt(0)] ?? 1n);
  return unit.charAt(0) === 'b' || unit.charAt(1) === 'b' ? multiplied / 8n : multiplied;
}

function readInterval(text: string): bigint | undefined {
  const [, digits, unit = ''] = INTERVAL.exec(text) ?? [];
  const number = digits === undefined ? undefined : scanUnsigned(digits, 0)?.value;
  if (number === undefined || !isInRange(number)) return undefined;
  const microseconds = number * (MICROSECONDS[unit] ?? SECOND);
  return microseconds <= UINT32_MAX ? microseconds : undefined;
}

function isInRange(number: bigint): boolean {
  return number > 0n && number <= UINT32_MAX;
}
