/** Reads numbers as C does, because xl hands the text to strtol with base 0. */

export type CNumber =
  | { readonly kind: 'number'; readonly value: bigint; readonly isOctal: boolean }
  /** Not wholly a number: empty, other characters behind it, a digit that the base does not have. */
  | { readonly kind: 'invalid' }
  /** More than 64 bits. */
  | { readonly kind: 'overflow' };

const LONG_MAX = 2n ** 63n - 1n;
const LONG_MIN = -(2n ** 63n);
const PATTERN = /^[ \t\n\v\f\r]*([+-]?)(?:0[xX]([0-9a-fA-F]+)|(0[0-7]*)|([1-9][0-9]*))$/;

/** Converts the text of a number option (libxlu_cfg.c, xlu_cfg_get_bounded_long). */
export function parseCNumber(text: string): CNumber {
  const match = PATTERN.exec(text);
  if (match === null) return { kind: 'invalid' };
  const [, sign, hexadecimal, octal, decimal] = match;
  const magnitude =
    hexadecimal !== undefined ? BigInt(`0x${hexadecimal}`) : octal !== undefined ? readOctal(octal) : BigInt(decimal ?? '0');
  const value = sign === '-' ? -magnitude : magnitude;
  if (value > LONG_MAX || value < LONG_MIN) return { kind: 'overflow' };
  return { kind: 'number', value, isOctal: octal !== undefined && octal.length > 1 };
}

function readOctal(digits: string): bigint {
  return digits.length > 1 ? BigInt(`0o${digits.slice(1)}`) : 0n;
}
