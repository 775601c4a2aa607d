/** Texts from a fixed set: `on_crash`, `vga`, `bios` … */
import { message, type Message, plainMessage } from '../../text/message';
import { findClosest } from '../../text/closest';
import type { DeviceModel } from '../device-model';
import type { Target } from '../target';
import { isSince, type XenVersion } from '../xen-version';
import { misread } from './device-value';
import { quote } from './mismatch';
import type { Stage } from '../../text/problem';
import type { Mismatch, ValueProblem } from '../value-problem';
import type { Suggestion } from '../value-context';
import type { ChoiceValue, TextContext, TextType } from './value-type';
import type { PlacedText } from '../placed-text';

export interface ChoiceOptions {
  readonly values: readonly ChoiceValue[];
  readonly ignoresCase?: boolean;
  readonly mismatch?: Mismatch;
  /** Names that the toolstack uses inside and happens to accept. */
  readonly internal?: readonly string[];
  /** Where a wrong value strikes, and since when it is checked at all. */
  readonly stage?: Stage;
  readonly checkedSince?: XenVersion;
  /** The only device model that looks at the text. */
  readonly deviceModel?: DeviceModel;
  /** xl only prints a line and leaves the option, or the key of a device string, unset. */
  readonly isOnlyReported?: true;
}

/** One of a set of texts. */
export function choice(options: ChoiceOptions): TextType {
  const { mismatch, values, internal = [] } = options;
  const fold = (text: string): string => (options.ignoresCase === true ? text.toLowerCase() : text);
  return {
    kind: 'choice',
    shape: 'atom',
    values,
    ...(mismatch === undefined ? {} : { mismatch: () => mismatch }),
    *check(text, context) {
      const isLookedAt = options.deviceModel === undefined || options.deviceModel === context.deviceModel;
      if (isLookedAt && isSince(context.target.xen, options.checkedSince)) yield* checkChoice(text, options, context);
    },
    describe: (target, isInString) => describeValues(values, target, isInString),
    suggest: ({ target }) => suggestValues(values, target),
    read: (text) =>
      [...values.map(({ value }) => value), ...internal].some((name) => fold(name) === fold(text)) ? text.toLowerCase() : undefined,
  };
}

/** The values that a target knows. */
export function knownValues(values: readonly ChoiceValue[], target: Target): readonly ChoiceValue[] {
  return values.filter((each) => isSince(target.xen, each.since) && (each.removed === undefined || !isSince(target.xen, each.removed)));
}

export function describeValues(values: readonly ChoiceValue[], target: Target, isInString = false): Message {
  const names = knownValues(values, target).map(({ value }) => (isInString ? `\`${value}\`` : `\`"${value}"\``));
  return message('one of {names}', { names: names.join(', ') });
}

export function suggestValues(values: readonly ChoiceValue[], target: Target): readonly Suggestion[] {
  return knownValues(values, target).map(({ value, detail }) => ({
    text: value,
    isQuoted: true,
    ...(detail === undefined ? {} : { detail: plainMessage(detail) }),
  }));
}

/** Compares a text with the set and yields what xl does when it is not in it. */
export function* checkChoice(placed: PlacedText, options: ChoiceOptions, context: TextContext): Generator<ValueProblem> {
  const fold = (each: string): string => (options.ignoresCase === true ? each.toLowerCase() : each);
  const matches = (name: string): boolean => fold(name) === fold(placed.text);
  const known = knownValues(options.values, context.target).map(({ value }) => value);
  if (known.some(matches) || options.internal?.some(matches) === true) return;
  const other = options.values.find(({ value }) => matches(value));
  yield context.key === undefined
    ? wrongValue(placed, known, other, options, context)
    : wrongInString(placed, known, other, options, { ...context, key: context.key });
}

function wrongValue(
  { text, range }: PlacedText,
  known: readonly string[],
  other: ChoiceValue | undefined,
  { stage = 'parse', values, isOnlyReported }: ChoiceOptions,
  { target }: TextContext,
): ValueProblem {
  if (isOnlyReported !== true && isTooNew(other, target))
    return { code: 'value-too-new', range, message: 'tooNew', data: { text, since: other.since }, stage };
  const data = { text, expected: listNames(known), removed: other?.removed ?? '' };
  const replacements = findReplacement(text, known, values).map((newText) => ({ newText: quote(newText), isSafe: false }));
  if (isOnlyReported === true) return { code: 'ignored-value', range, message: wordingFor(text, known), data, replacements };
  if (other !== undefined) return { code: 'refused-value', range, message: 'removed', data, stage, replacements };
  return { code: 'refused-value', range, message: wordingFor(text, known), data, stage, replacements };
}

function wrongInString(
  placed: PlacedText,
  known: readonly string[],
  other: ChoiceValue | undefined,
  { stage = 'parse', isOnlyReported, values }: ChoiceOptions,
  { target, key }: TextContext & { readonly key: string },
): ValueProblem {
  const { text, range } = placed;
  const data = { key, text, expected: listNames(known) };
  const replacements = findReplacement(text, known, values).map((newText) => ({ newText, isSafe: false }));
  if (isOnlyReported === true) return { ...misread(placed, { message: 'notInList', data }), replacements };
  if (isTooNew(other, target))
    return { code: 'value-too-new', range, message: 'tooNew', data: { text, name: key, since: other.since }, stage };
  return { code: 'refused-device-value', range, message: wordingFor(text, known), data, stage, replacements };
}

/** Whether a text is only written in capitals. */
export function wordingFor(text: string, known: readonly string[]): 'notInList' | 'wrongCase' {
  return known.includes(text.toLowerCase()) ? 'wrongCase' : 'notInList';
}

function isTooNew(value: ChoiceValue | undefined, { xen }: Target): value is ChoiceValue & { readonly since: XenVersion } {
  return value?.since !== undefined && !isSince(xen, value.since);
}

function listNames(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function findReplacement(text: string, known: readonly string[], values: readonly ChoiceValue[]): readonly string[] {
  const meant = values.find(({ synonyms }) => synonyms?.includes(text.toLowerCase()) === true)?.value;
  const closest = meant !== undefined && known.includes(meant) ? meant : findClosest(text, known);
  return closest === undefined ? [] : [closest];
}
