/** The settings of a file, resolved against the schema: as they are written, and as they take effect. */
import type { AnyOptionName, Option } from '../options/index';
import type { AtomValue, XlValue } from '../schema/xl-value';
import type { Assignment } from '../syntax/nodes';
import { firstIndex } from '../text/binary-search';
import type { TextRange } from '../text/text-range';
import { parseCNumber } from '../schema/c-text/c-number';

/** One statement. */
export interface WrittenSetting {
  readonly name: string;
  readonly nameRange: TextRange;
  readonly range: TextRange;
  readonly operator: '=' | '+=';
  /** The value of this statement; undefined where the text has no readable one. */
  readonly value: XlValue | undefined;
  /** Where the right side stands. */
  readonly valueRange: TextRange;
  /** Undefined for names that no xl reads. */
  readonly option: Option | undefined;
  /** A `+=` on a value of the other kind, which xl refuses. */
  readonly isMismatchedAddition: boolean;
  readonly assignment: Assignment;
}

/**
 * What xl has for a name after an `=` and the `+=` that follow it. It stands where the last of these statements stands;
 * its value is that of all of them.
 */
export interface Setting extends WrittenSetting {
  /** These statements in the order of the text, also those that xl refuses to add. */
  readonly parts: readonly WrittenSetting[];
}

/** Settings by name. Names that no xl reads are among them, but nobody looks for one by such a name. */
export interface SettingsByName {
  get(name: AnyOptionName): Setting | undefined;
  has(name: AnyOptionName): boolean;
  values(): Iterable<Setting>;
}

/** The statement of a setting in which a range lies. */
export function partAt({ parts }: Setting, { start, end }: TextRange): WrittenSetting | undefined {
  const part = parts[firstIndex(parts, ({ range }) => end <= range.end)];
  return part !== undefined && part.range.start <= start ? part : undefined;
}

/** The text of a setting whose value is a single one. */
export function atomOf(setting: WrittenSetting | undefined): AtomValue | undefined {
  return setting?.value?.kind === 'atom' ? setting.value : undefined;
}

/** The number that xl reads from a setting, or undefined where it reads none. */
export function numberOf(setting: WrittenSetting | undefined): bigint | undefined {
  const atom = atomOf(setting);
  if (atom === undefined || atom.isAppended) return undefined;
  const number = parseCNumber(atom.text);
  return number.kind === 'number' ? number.value : undefined;
}

/** Whether xl takes a setting for a switch that is on; undefined where it reads no number. */
export function switchOf(setting: WrittenSetting | undefined): boolean | undefined {
  const number = numberOf(setting);
  return number === undefined ? undefined : number !== 0n;
}

/** The number of items of a list setting; 0 for anything else. */
export function itemCountOf(setting: WrittenSetting | undefined): number {
  return setting?.value?.kind === 'list' ? setting.value.items.length : 0;
}

/** Whether the value is of the shape that its option reads; xl drops any other, or stops. */
export function isTaken({ option, value }: WrittenSetting): boolean {
  if (option === undefined || value === undefined) return false;
  return option.type.shape === 'either' || (option.type.shape === 'list') === (value.kind === 'list');
}
