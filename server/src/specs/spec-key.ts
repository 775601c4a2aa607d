/** The keys inside device strings, declared like options: name, kind of value, releases, one sentence. */
import { message, type Message, type Word } from '../text/message';
import { textRange } from '../text/text-range';
import { closestAmong, type ClosestFinder } from '../text/closest';
import type { Target } from '../schema/target';
import type { ValueContext } from '../schema/value-context';
import type { PlainKey, ProblemOf, ValueProblem } from '../schema/value-problem';
import { isSince, type XenVersion } from '../schema/xen-version';
import type { SpecKey } from '../schema/value-types/value-type';
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

/** What is wrong with the value of a key. */
export function checkKey(key: SpecKey, value: Slice, item: SpecText, context: ValueContext): Iterable<ValueProblem> {
  return key.type.check(item.place(value), { target: context.target, domainType: context.domainType, key: key.name });
}

/** The text of a key with what xl makes of it, where that is more than the text says. */
export function explainText({ type }: SpecKey, text: string, context: ValueContext): Word {
  // Nobody asks where it stands.
  const nowhere = textRange(0, 0);
  const meaning = type.explain?.({ text, range: nowhere, rangeOf: () => nowhere }, context);
  return meaning === undefined ? text : message('{text} ({meaning})', { text, meaning });
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
