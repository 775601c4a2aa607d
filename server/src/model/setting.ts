/** One occurrence of a name in a file, resolved against the schema. */
import type { Option } from '../schema/option';
import type { AtomValue, XlValue } from '../schema/xl-value';
import type { Assignment } from '../syntax/nodes';
import type { TextRange } from '../text/text-range';
import { parseCNumber } from '../schema/value-types/c-number';

export interface Setting {
  readonly name: string;
  readonly nameRange: TextRange;
  readonly range: TextRange;
  readonly operator: '=' | '+=';
  /** What xl has for the name after this assignment; undefined where the text has no readable value. */
  readonly value: XlValue | undefined;
  /** Where the right side stands. */
  readonly valueRange: TextRange;
  /** Undefined for names that no xl reads. */
  readonly option: Option | undefined;
  /** A `+=` on a value of the other kind, which xl refuses. */
  readonly isMismatchedAddition: boolean;
  readonly assignment: Assignment;
}

/** The text of a setting whose value is a single one. */
export function atomOf(setting: Setting | undefined): AtomValue | undefined {
  return setting?.value?.kind === 'atom' ? setting.value : undefined;
}

/** The number that xl reads from a setting, or undefined where it reads none. */
export function numberOf(setting: Setting | undefined): bigint | undefined {
  const atom = atomOf(setting);
  if (atom === undefined || atom.isAppended) return undefined;
  const number = parseCNumber(atom.text);
  return number.kind === 'number' ? number.value : undefined;
}

/** Whether xl takes a setting for a switch that is on; undefined where it reads no number. */
export function switchOf(setting: Setting | undefined): boolean | undefined {
  const number = numberOf(setting);
  return number === undefined ? undefined : number !== 0n;
}

/** The number of items of a list setting; 0 for anything else. */
export function itemCountOf(setting: Setting | undefined): number {
  return setting?.value?.kind === 'list' ? setting.value.items.length : 0;
}

/** Whether the value is of the shape that its option reads; xl drops any other, or stops. */
export function isTaken({ option, value }: Setting): boolean {
  if (option === undefined || value === undefined) return false;
  return option.type.shape === 'either' || (option.type.shape === 'list') === (value.kind === 'list');
}
