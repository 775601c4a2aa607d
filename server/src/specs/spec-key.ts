/** The keys inside device strings, declared like options: name, kind of value, releases, one sentence. */
import { message, type Message, plainMessage } from '../text/message';
import { closestAmong, type ClosestFinder, findClosest } from '../text/closest';
import { canonicalUuid, toDefbool } from '../schema/domain-field';
import type { Target } from '../schema/target';
import { readAtoi, scanUnsigned } from '../schema/value-types/c-number';
import { type ChoiceValue, knownValues } from '../schema/value-types/choice';
import { UUID } from '../schema/value-types/text';
import type { Suggestion } from '../schema/value-context';
import type { PlainKey, ProblemOf, ValueProblem, Wording } from '../schema/value-problem';
import { isSince, type XenVersion } from '../schema/xen-version';
import type { KeyType, SpecKey } from '../schema/spec';
import type { Slice, SpecText } from '../schema/spec-text';

/** The keys of one release, and a finder of the one that a misspelt word stands for. */
interface KnownKeys {
  readonly keys: readonly SpecKey[];
  readonly closest: ClosestFinder;
}

/** Declarations and releases are few, and a hostile string asks about them thousands of times. */
const knownKeys = new WeakMap<readonly SpecKey[], Map<XenVersion, KnownKeys>>();

function findKnown(keys: readonly SpecKey[], { xen }: Target): KnownKeys {
  let byRelease = knownKeys.get(keys);
  if (byRelease === undefined) knownKeys.set(keys, (byRelease = new Map<XenVersion, KnownKeys>()));
  let known = byRelease.get(xen);
  if (known === undefined) {
    const those = keys.filter((key) => isSince(xen, key.since));
    byRelease.set(xen, (known = { keys: those, closest: closestAmong(those.map(({ name }) => name)) }));
  }
  return known;
}

/** The keys that a target knows. */
export function keysKnownTo(keys: readonly SpecKey[], target: Target): readonly SpecKey[] {
  return findKnown(keys, target).keys;
}

/** The key that a misspelt word most likely stands for. */
export function closestKey(word: string, keys: readonly SpecKey[], target: Target): string | undefined {
  return findKnown(keys, target).closest(word);
}

const nothing = (): readonly never[] => [];

/** Text that xl takes as it is. */
export function freeText(what = 'text', suggestions: readonly string[] = []): KeyType {
  return {
    describe: () => plainMessage(what),
    suggest: () => suggestions.map((text) => ({ text, isQuoted: false })),
    check: nothing,
    read: (text) => text,
  };
}

/** Text that xl reads past, or that the language reads in a way of its own. */
export function ignoredText(what?: string): KeyType {
  return { ...freeText(what), read: () => undefined };
}

/** The name or number of a domain; whether it runs shows when the device is made. */
export function domainName(): KeyType {
  return freeText('name or number of a running domain');
}

/** A word that stands alone, without a value. */
export function flag(): KeyType {
  return { isFlag: true, describe: () => message('no value'), suggest: nothing, check: nothing, read: () => true };
}

const ATOI = /^[ \t\n\v\f\r]*[+-]?\d/;

/** The number that C's strtoul reads at the start of a text in any base; 0 where there is none. */
export function leadingNumber(text: string): bigint {
  return scanUnsigned(text, 0)?.value ?? 0n;
}

/** A number that C's atoi reads: text that begins with no number counts as 0. */
export function looseInteger(what = 'whole number'): KeyType {
  return {
    describe: () => plainMessage(what),
    suggest: nothing,
    read: readAtoi,
    *check(value, item, key) {
      if (!ATOI.test(value.text)) yield misread(value, item, { message: 'zero', data: { key: key.name, text: value.text } });
    },
  };
}

/** A switch that is read like a number, so that words mean 0. */
export function looseSwitch(): KeyType {
  const on: Suggestion = { text: '1', isQuoted: false, detail: message('on') };
  const suggest = (): readonly Suggestion[] => [on, { text: '0', isQuoted: false, detail: message('off') }];
  return { ...looseInteger('`0` or `1`'), suggest, read: (text) => readAtoi(text) !== 0 };
}

/** A switch that can also be left to its default. */
export function defaultSwitch(): KeyType {
  return { ...looseSwitch(), read: (text) => toDefbool(readAtoi(text) !== 0) };
}

/** A number that C's strtoul reads in any base. */
export function unsigned(what?: string): KeyType {
  return { ...looseInteger(what), read: (text) => Number(BigInt.asUintN(32, leadingNumber(text))) };
}

/** A switch that is read like such a number. */
export function unsignedSwitch(): KeyType {
  return { ...looseSwitch(), read: (text) => leadingNumber(text) !== 0n };
}

/** A word that stands alone and sets a switch of libxl that has a default. */
export function defaultFlag(isOn: boolean): KeyType {
  return { ...flag(), read: () => toDefbool(isOn) };
}

/** A number in base 10 whose beginning has to be one. */
export function strictInteger(what = 'whole number'): KeyType {
  return {
    describe: () => plainMessage(what),
    suggest: nothing,
    read: (text) => Number(BigInt.asIntN(32, scanUnsigned(text, 10)?.value ?? 0n)),
    *check(value, item) {
      if (!ATOI.test(value.text) || /^\s*-0*1(?!\d)/.test(value.text)) yield refusedForm(value, item, message('a whole number'));
    },
  };
}

/** A number of any base that is cut to 8 bits without a word. */
export function byte(what: string): KeyType {
  return {
    describe: () => plainMessage(what),
    suggest: nothing,
    read: (text) => Number(BigInt.asUintN(8, leadingNumber(text))),
    *check(value, item, key) {
      const number = Number(/^\s*(?:0x[0-9a-f]+|\d+)/i.exec(value.text)?.[0] ?? NaN);
      if (Number.isNaN(number)) yield misread(value, item, { message: 'zero', data: { key: key.name, text: value.text } });
      else if (number > 255)
        yield misread(value, item, { message: 'cutOff', data: { key: key.name, text: value.text, stored: String(number & 255) } });
    },
  };
}

export interface OneOfOptions {
  readonly ignoresCase?: true;
  /** xl only prints a line and leaves the key unset. */
  readonly isOnlyReported?: true;
  /** Taken without being documented. */
  readonly alsoTakes?: readonly string[];
}

/** One of a set of words. */
export function oneOf(values: readonly ChoiceValue[], options: OneOfOptions = {}): KeyType {
  const fold = (text: string): string => (options.ignoresCase === true ? text.toLowerCase() : text);
  return {
    describe: (target) => {
      const names = knownValues(values, target).map((each) => `\`${each.value}\``);
      return message('one of {names}', { names: names.join(', ') });
    },
    suggest: (target) =>
      knownValues(values, target).map(({ value, detail }) => ({
        text: value,
        isQuoted: false,
        ...(detail === undefined ? {} : { detail: plainMessage(detail) }),
      })),
    read(text) {
      const isKnown = [...values.map(({ value }) => value), ...(options.alsoTakes ?? [])].some((name) => fold(name) === fold(text));
      return isKnown ? text.toLowerCase() : undefined;
    },
    *check(value, item, key, target) {
      const names = knownValues(values, target).map((each) => each.value);
      const taken = [...names, ...(options.alsoTakes ?? [])].some((name) => fold(name) === fold(value.text));
      if (taken) return;
      const data = { key: key.name, text: value.text, expected: names.map((name) => `\`${name}\``).join(', ') };
      const closest = findClosest(value.text, names);
      const range = item.rangeOf(value);
      const replacements = closest === undefined ? [] : [{ newText: closest, isSafe: false }];
      if (options.isOnlyReported === true) yield { code: 'misread-device-value', range, message: 'notInList', data, replacements };
      else yield { code: 'refused-device-value', range, message: 'notInList', data, stage: 'parse', replacements };
    },
  };
}

export function uuid(): KeyType {
  return {
    describe: () => message('UUID'),
    suggest: nothing,
    read: canonicalUuid,
    *check(value, item) {
      if (!UUID.test(value.text)) yield refusedForm(value, item, message('a UUID'));
    },
  };
}

/** A value that does not have the form that xl insists on. */
export function refusedForm(value: Slice, item: SpecText, form: Message): ValueProblem {
  return { code: 'refused-device-value', range: item.rangeOf(value), message: 'form', data: { text: value.text, form }, stage: 'parse' };
}

/** A value that xl takes for something else. */
export function misread(value: Slice, item: SpecText, wording: Wording<'misread-device-value'>): ValueProblem {
  return { code: 'misread-device-value', range: item.rangeOf(value), ...wording };
}

/** A string that xl refuses as a whole, or crashes over. */
export function malformed(place: Slice, item: SpecText, wording: PlainKey<'malformed-device', 'text'>): ProblemOf<'malformed-device'> {
  return { code: 'malformed-device', range: item.rangeOf(place), message: wording, data: { text: place.text }, stage: 'parse' };
}

/**
 * A key without which xl refuses the string.
 * @param example a value to put in its place, where there is one that anybody could begin with
 */
export function missingKey(item: SpecText, key: string, what: Message, example?: string): ProblemOf<'missing-device-key'> {
  const data = { key, what };
  // Text that is written with escapes cannot be put back as it is.
  const canAdd = example !== undefined && item.text !== '' && !/["'\\\n\r]/.test(item.text);
  const replacements = canAdd ? [{ newText: `${key}=${example},${item.text}`, isSafe: false }] : [];
  return { code: 'missing-device-key', range: item.wholeRange, message: 'missing', data, stage: 'parse', replacements };
}
