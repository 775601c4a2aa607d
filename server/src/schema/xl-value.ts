/** A value as xl's readers see it, with the way back to the document. */
import { StringOrigin } from '../text/string-origin';
import { type TextRange, textRange } from '../text/text-range';

/** A string or a number; xl keeps both as text. */
export interface AtomValue {
  readonly kind: 'atom';
  readonly text: string;
  readonly range: TextRange;
  readonly origin: StringOrigin;
  /** Written without quotes. */
  readonly isNumberToken: boolean;
  /** The latest assignment used `+=`, which number readers refuse. */
  readonly isAppended: boolean;
  /** The whole of it, where a project allows parts that are not read here. */
  readonly written?: AtomValue;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly XlValue[];
  readonly range: TextRange;
}

export type XlValue = AtomValue | ListValue;

/** A text that stands nowhere, as if it were written. */
export function unplacedAtom(text: string): AtomValue {
  const nowhere = { range: textRange(0, 0), origin: StringOrigin.plain(0, text.length) };
  return { kind: 'atom', text, ...nowhere, isNumberToken: true, isAppended: false };
}

/** A string alone, or the strings of a list as far as xl reads them; none where there is no value. */
export function atomsOf(value: XlValue | undefined): readonly AtomValue[] {
  if (value === undefined) return [];
  return value.kind === 'atom' ? [value] : leadingAtoms(value);
}

/** The strings of a list up to the first item that is a list, where xl stops. */
export function leadingAtoms(value: XlValue): readonly AtomValue[] {
  if (value.kind === 'atom') return [];
  const atoms: AtomValue[] = [];
  for (const item of value.items) {
    if (item.kind === 'list') break;
    atoms.push(item);
  }
  return atoms;
}

/** All strings of a value, those of lists inside of lists too. */
export function allAtoms(value: XlValue): readonly AtomValue[] {
  const atoms: AtomValue[] = [];
  // Lists nest as deep as the text.
  const pending: XlValue[] = [value];
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    if (each.kind === 'atom') atoms.push(each);
    else pending.push(...[...each.items].reverse());
  }
  return atoms;
}
