/** The numbers inside of device strings, which xl reads with whatever C function came to hand. */
import { message, plainMessage } from '../../text/message';
import { readAtoi, scanUnsigned } from '../c-text/c-number';
import { toDefbool } from '../libxl-text';
import { SWITCH_TEXTS } from './boolean';
import { misread, refusedForm } from './device-value';
import type { PlacedText } from '../placed-text';
import type { ValueProblem } from '../value-problem';
import type { TextType } from './value-type';

const ATOI = /^[ \t\n\v\f\r]*[+-]?\d/;
/** What atoi reads to its end, and strtoul. */
const WHOLE = /^\s*[+-]?\d+\s*$/;
const WHOLE_OF_ANY_BASE = /^\s*[+-]?(?:0x[\da-f]+|\d+)\s*$/i;

/** The number that C's strtoul reads at the start of a text in any base; 0 where there is none. */
export function leadingNumber(text: string): bigint {
  return scanUnsigned(text, 0)?.value ?? 0n;
}

/** A number that C's atoi reads: text that begins with no number counts as 0. */
export function looseInteger(what = 'whole number'): TextType {
  return {
    kind: 'integer',
    shape: 'atom',
    describe: () => plainMessage(what),
    suggest: () => [],
    read: readAtoi,
    check: (value, { key = '' }) => checkScanned(value, key, WHOLE, readAtoi),
  };
}

/** Reports what a scanning C function takes for another number than it looks. */
function* checkScanned(value: PlacedText, key: string, whole: RegExp, read: (text: string) => number): Generator<ValueProblem> {
  const { text } = value;
  if (!ATOI.test(text)) yield misread(value, { message: 'zero', data: { key, text } });
  else if (!whole.test(text)) yield misread(value, { message: 'cutOff', data: { key, text, stored: String(read(text)) } });
}

/** A switch that is read like a number, so that words mean 0. */
export function looseSwitch(): TextType {
  return { ...looseInteger('`0` or `1`'), kind: 'boolean', suggest: () => SWITCH_TEXTS, read: (text) => readAtoi(text) !== 0 };
}

/** A switch that can also be left to its default. */
export function defaultSwitch(): TextType {
  return { ...looseSwitch(), read: (text) => toDefbool(readAtoi(text) !== 0) };
}

/** A number that C's strtoul reads in any base. */
export function unsigned(what?: string): TextType {
  const read = (text: string): number => Number(BigInt.asUintN(32, leadingNumber(text)));
  return { ...looseInteger(what), read, check: (value, { key = '' }) => checkScanned(value, key, WHOLE_OF_ANY_BASE, read) };
}

/** A switch that is read like such a number. */
export function unsignedSwitch(): TextType {
  return { ...unsigned('`0` or `1`'), kind: 'boolean', suggest: () => SWITCH_TEXTS, read: (text) => leadingNumber(text) !== 0n };
}

/** A number in base 10 whose beginning has to be one. */
export function strictInteger(what = 'whole number'): TextType {
  return {
    kind: 'integer',
    shape: 'atom',
    describe: () => plainMessage(what),
    suggest: () => [],
    read: (text) => Number(BigInt.asIntN(32, scanUnsigned(text, 10)?.value ?? 0n)),
    *check(value) {
      if (!ATOI.test(value.text) || /^\s*-0*1(?!\d)/.test(value.text)) yield refusedForm(value, message('a whole number'));
    },
  };
}

/** A number of any base that is cut to 8 bits silently. */
export function byte(what: string): TextType {
  return {
    kind: 'integer',
    shape: 'atom',
    describe: () => plainMessage(what),
    suggest: () => [],
    read: (text) => Number(BigInt.asUintN(8, leadingNumber(text))),
    *check(value, { key = '' }) {
      const number = Number(/^\s*(?:0x[0-9a-f]+|\d+)/i.exec(value.text)?.[0] ?? NaN);
      if (Number.isNaN(number)) yield misread(value, { message: 'zero', data: { key, text: value.text } });
      else if (number > 255) yield misread(value, { message: 'cutOff', data: { key, text: value.text, stored: String(number & 255) } });
    },
  };
}
