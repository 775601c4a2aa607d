/** Reads numbers as C does, because xl hands the text to strtol with base 0. */

export type CNumber =
  | { readonly kind: 'number'; readonly value: bigint; readonly isOctal: boolean; readonly base: 8 | 10 | 16 }
  /** Not wholly a number: empty, other characters after it, a digit that the base does not have. */
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
    hexadecimal !== undefined ? readDigits(hexadecimal, 16) : octal !== undefined ? readDigits(octal, 8) : readDigits(decimal ?? '0', 10);
  const value = sign === '-' ? -magnitude : magnitude;
  if (value > LONG_MAX || value < LONG_MIN) return { kind: 'overflow' };
  const isOctal = octal !== undefined && octal.length > 1;
  return { kind: 'number', value, isOctal, base: hexadecimal !== undefined ? 16 : isOctal ? 8 : 10 };
}

const PREFIXES: Readonly<Record<8 | 10 | 16, string>> = { 8: '0o', 10: '', 16: '0x' };
/** 64 bits have at most 22 digits in any of the bases. */
const MAX_DIGITS = 22;
const TOO_LARGE = 2n ** 128n;

/** The number of some digits. Of one that no type holds it does not matter which it is, and working it out takes long. */
function readDigits(digits: string, base: 8 | 10 | 16): bigint {
  const significant = digits.replace(/^0+(?=.)/, '');
  return significant.length > MAX_DIGITS ? TOO_LARGE : BigInt(PREFIXES[base] + significant);
}

const ULONG_MAX = 2n ** 64n - 1n;
const DIGITS: Readonly<Record<0 | 10 | 16, RegExp>> = {
  0: /^[ \t\n\v\f\r]*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)/,
  10: /^[ \t\n\v\f\r]*([+-]?)([0-9]+)/,
  16: /^[ \t\n\v\f\r]*([+-]?)(?:0[xX](?=[0-9a-fA-F]))?([0-9a-fA-F]+)/,
};

export interface ScannedNumber {
  readonly value: bigint;
  /** How many characters were read. */
  readonly length: number;
}

/** The number at the start of a text as C's strtoul reads it: negative ones wrap round 64 bits, too large ones stay at the limit. */
export function scanUnsigned(text: string, base: 0 | 10 | 16): ScannedNumber | undefined {
  const match = DIGITS[base].exec(text);
  if (match === null) return undefined;
  const magnitude = readScanned(match[2] ?? '0', base);
  const value = magnitude > ULONG_MAX ? ULONG_MAX : BigInt.asUintN(64, match[1] === '-' ? -magnitude : magnitude);
  return { value, length: match[0].length };
}

function readScanned(digits: string, base: 0 | 10 | 16): bigint {
  if (base !== 0) return readDigits(digits, base);
  if (/^0[xX]/.test(digits)) return readDigits(digits.slice(2), 16);
  return readDigits(digits, digits.startsWith('0') ? 8 : 10);
}

/** The number at the start of a text as C's atoi reads it; 0 where there is none. */
export function readAtoi(text: string): number {
  const match = DIGITS[10].exec(text);
  const magnitude = readDigits(match?.[2] ?? '0', 10);
  const value = match?.[1] === '-' ? -magnitude : magnitude;
  return Number(BigInt.asIntN(32, value < LONG_MIN ? LONG_MIN : value > LONG_MAX ? LONG_MAX : value));
}
