/** Says whether xl takes a text for a rate (libxlu_vif.c, xlu_vif_parse_rate). */
import { parseCNumber } from '../../schema/value-types/c-number';

const BYTES = /^(\d+)[GMK]?[Bb]\/s$/;
const INTERVAL = /^(\d+)([mu]?)(s?)$/;
const UINT32_MAX = 2n ** 32n - 1n;
const MICROSECONDS: Readonly<Record<string, bigint>> = { m: 1000n, u: 1n };

export function isRate(text: string): boolean {
  const at = text.indexOf('@');
  const bytes = BYTES.exec(at < 0 ? text : text.slice(0, at))?.[1];
  if (bytes === undefined || !isInRange(leadingNumber(bytes))) return false;
  if (at < 0) return true;
  const interval = INTERVAL.exec(text.slice(at + 1));
  if (interval === null) return false;
  const number = leadingNumber(interval[1] ?? '');
  return isInRange(number) && number * (MICROSECONDS[interval[2] ?? ''] ?? 1_000_000n) <= UINT32_MAX;
}

/** strtoull with base 0 stops at the first digit that the base does not have. */
function leadingNumber(digits: string): bigint {
  const octal = /^0[0-7]*/.exec(digits)?.[0];
  const number = parseCNumber(octal ?? digits);
  return number.kind === 'number' ? number.value : UINT32_MAX + 1n;
}

function isInRange(number: bigint): boolean {
  return number > 0n && number <= UINT32_MAX;
}
