/** What the xl of a vendor reads beyond that of the Xen project, as a project says it. */
import { firstIndex } from '../text/binary-search';
import { StringOrigin } from '../text/string-origin';
import { type TextRange, textRange } from '../text/text-range';
import { sliceOf } from './spec-text';
import { splitAtEquals, trimSlice } from './c-text/fields';
import type { Spec, SpecField } from './value-types/value-type';
import type { ValueProblem } from './value-problem';
import type { AtomValue, XlValue } from './xl-value';

/** Of the strings of one option. */
export interface AllowedFields {
  readonly keys: readonly string[];
  /** By key, also those that every xl knows. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** By option. */
export type FieldsByOption = ReadonlyMap<string, AllowedFields>;

export interface Allowance {
  /** Of options. */
  readonly names: readonly string[];
  readonly fields: FieldsByOption;
}

export const NOTHING_ALLOWED: Allowance = { names: [], fields: new Map() };

/** The value without the fields whose keys are allowed: what the rest of the string says is read as if they were not there. */
export function withoutAllowedKeys(value: XlValue | undefined, spec: Spec, { keys }: AllowedFields): XlValue | undefined {
  if (value === undefined || keys.length === 0) return value;
  // Strings are nested two deep at the most where xl reads them.
  if (value.kind === 'atom') return cutFields(value, spec, keys);
  const items = value.items.map((item) =>
    item.kind === 'atom'
      ? cutFields(item, spec, keys)
      : { ...item, items: item.items.map((inner) => (inner.kind === 'atom' ? cutFields(inner, spec, keys) : inner)) },
  );
  return { ...value, items };
}

/** The fields up to one that takes the rest of the string. */
function* namedFields(text: string, spec: Spec): Generator<SpecField> {
  for (const { 0: field, index } of text.matchAll(/[^,]+/g)) {
    const { whole, key, value } = splitAtEquals(sliceOf(text, index, index + field.length));
    const name = trimSlice(key ?? whole);
    yield { whole, key: name, ...(value === undefined ? {} : { value: trimSlice(value) }) };
    if (spec.keys.some((each) => each.takesRest === true && each.name === name.text)) return;
  }
}

function cutFields(atom: AtomValue, spec: Spec, keys: readonly string[]): AtomValue {
  if (!keys.some((key) => atom.text.includes(key))) return atom;
  const { text, origin } = atom;
  const offsets: number[] = [];
  let kept = '';
  let end = 0;
  const keep = (from: number, to: number): void => {
    kept += text.slice(from, to);
    for (let index = from; index < to; index++) offsets.push(origin.toDocument(textRange(index, index)).start);
    end = to;
  };
  let from = 0;
  for (const { whole, key } of namedFields(text, spec)) {
    if (key === undefined || !keys.includes(key.text)) continue;
    // The comma behind goes too, or else the one before.
    const isLast = whole.end === text.length;
    keep(from, Math.max(from, isLast ? text.slice(0, whole.start).replace(/,\s*$/, '').length : whole.start));
    from = isLast ? whole.end : whole.end + 1;
  }
  if (from === 0) return atom;
  if (from < text.length) keep(from, text.length);
  offsets.push(origin.toDocument(textRange(end, end)).start);
  return { ...atom, text: kept, origin: StringOrigin.mapped(offsets[0] ?? atom.range.start, offsets), written: atom };
}

/**
 * The problems of a value without those of allowed values, and without repairs that would take allowed fields along.
 * @param atoms the strings of the value, in the order of the text
 */
export function withoutAllowed(
  problems: readonly ValueProblem[],
  atoms: readonly AtomValue[],
  spec: Spec,
  { values }: AllowedFields,
): readonly ValueProblem[] {
  const allowedValues: TextRange[] = [];
  /** What is read of strings that hold more. */
  const cut: TextRange[] = [];
  for (const atom of atoms) {
    const { text, origin } = atom.written ?? atom;
    if (atom.written !== undefined) cut.push(atom.origin.toDocument(textRange(0, atom.text.length)));
    for (const { key, value } of namedFields(text, spec)) {
      if (key !== undefined && value !== undefined && Object.hasOwn(values, key.text) && values[key.text]?.includes(value.text) === true)
        allowedValues.push(origin.toDocument(value));
    }
  }
  return problems
    .filter(({ range }) => !touchesAny(allowedValues, range))
    .map((problem) => (isAboutAny(cut, problem.range) ? { ...problem, replacements: [] } : problem));
}

/** Whether a range holds one of the places. */
function isAboutAny(places: readonly TextRange[], { start, end }: TextRange): boolean {
  const next = places[firstIndex(places, (place) => place.start >= start)];
  return next !== undefined && next.end <= end;
}

/** @param places in their order */
function touchesAny(places: readonly TextRange[], { start, end }: TextRange): boolean {
  const next = places[firstIndex(places, (place) => place.end > start)];
  return next !== undefined && next.start < end;
}
