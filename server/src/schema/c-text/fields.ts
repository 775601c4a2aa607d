/** How xl takes strings apart: strtok at commas, the first `=`, white space off both ends. */
import type { SpecField } from '../value-types/value-type';
import { type Slice, sliceOf } from '../spec-text';
import type { Target } from '../target';
import { isSince } from '../xen-version';

/** Splits at commas the way strtok does: empty fields vanish, blanks before a field are skipped. */
export function splitFields(text: string): readonly SpecField[] {
  return [...text.matchAll(/[^,]+/g)].map((match) => {
    const blanks = /^ */.exec(match[0])?.[0].length ?? 0;
    return toField(text, match.index + blanks, match.index + match[0].length);
  });
}

function toField(text: string, start: number, end: number): SpecField {
  return splitAtEquals(sliceOf(text, start, end));
}

/** A field as its key and value, which the first `=` separates; without one there is no key. */
export function splitAtEquals(whole: Slice): SpecField {
  const { text, start, end } = whole;
  const equals = text.indexOf('=');
  if (equals < 0) return { whole };
  const key = { text: text.slice(0, equals), start, end: start + equals };
  return { whole, key, value: { text: text.slice(equals + 1), start: key.end + 1, end } };
}

/** Takes the white space off the ends of a slice. */
export function trimSlice({ text, start }: Slice): Slice {
  const before = text.length - text.trimStart().length;
  const trimmed = text.trim();
  return { text: trimmed, start: start + before, end: start + before + trimmed.length };
}

/**
 * Splits a field into key and value, white space taken off (xl_parse.c, split_string_into_pair).
 * Before 4.18, signs at the front are skipped and a second one ends the value; a field that xl
 * cannot split has no key.
 */
export function splitPair(whole: Slice, target: Target): SpecField {
  const pattern = isSince(target.xen, '4.18') ? /^()([^=]*)(=)([^]+)$/ : /^(=*)([^=]+)(=+)([^=]+)/;
  const [match, before = '', key = '', between = '', value = ''] = pattern.exec(whole.text) ?? [];
  if (match === undefined) return { whole };
  const keyStart = whole.start + before.length;
  const valueStart = keyStart + key.length + between.length;
  return {
    whole,
    key: trimSlice({ text: key, start: keyStart, end: keyStart + key.length }),
    value: trimSlice({ text: value, start: valueStart, end: valueStart + value.length }),
  };
}
