/** Finds the device string at a place of the document, and what stands there in it. */
import type { DomainModel } from '../model/domain-model';
import type { Setting } from '../model/setting';
import { allAtoms } from '../schema/xl-value';
import type { Spec, SpecField } from '../schema/value-types/value-type';
import { type Slice, SpecText } from '../schema/spec-text';
import type { Token } from '../syntax/token';
import { touchesOffset } from '../text/text-range';

export interface SpecCursor {
  readonly setting: Setting;
  readonly spec: Spec;
  readonly item: SpecText;
  /** The other strings of the same option. */
  readonly others: readonly string[];
  readonly documentOffset: number;
  /** In the text of the string. */
  readonly offset: number;
  /** Undefined where nothing is written yet. */
  readonly field: SpecField | undefined;
  /** The string that the cursor is in; a value that is joined with `+=` has more of them. */
  readonly literal: Token;
}

/** The device string at an offset; undefined elsewhere. */
export function findSpecCursor(model: DomainModel, documentOffset: number): SpecCursor | undefined {
  const setting = model.effective.find(({ parts }) => parts.some(({ valueRange }) => touchesOffset(valueRange, documentOffset)));
  const spec = setting?.option?.type.spec;
  const literal = findString(model, documentOffset);
  if (setting?.value === undefined || spec === undefined || literal === undefined) return undefined;
  const atoms = allAtoms(setting.value).map((atom) => atom.written ?? atom);
  const atom = atoms.find(({ origin }) => origin.fromDocument(documentOffset) !== undefined);
  if (atom === undefined) return undefined;
  const item = new SpecText(atom);
  const offset = item.offsetOf(documentOffset) ?? 0;
  const fields = spec.fields(atom.text).filter(({ whole }) => whole.text.trim() !== '');
  const field = fields.find(({ whole }) => whole.start <= offset && offset <= whole.end);
  const others = atoms.filter((each) => each !== atom).map(({ text }) => text);
  return { setting, spec, item, others, documentOffset, offset, field, literal };
}

/** Whether an offset of the text lies in a slice, its end included. */
export function touchesSlice(slice: Slice | undefined, offset: number): boolean {
  return slice !== undefined && slice.start <= offset && offset <= slice.end;
}

/** What the part at the cursor means by its position; undefined where it has a key, or where no position is left. */
export function findPosition({ spec, item, offset, field }: SpecCursor): string | undefined {
  if (field?.key !== undefined) return undefined;
  return field?.parameter ?? spec.positional?.next(item.text.slice(0, startOfField(item.text, offset)));
}

/** Where the part of a string at an offset begins, its blanks included. */
export function startOfField(text: string, offset: number): number {
  return text.slice(0, offset).lastIndexOf(',') + 1;
}

/** The string under the cursor; where values are joined, only some of them may be strings. */
function findString({ tree }: DomainModel, offset: number): Token | undefined {
  const token = tree.tokens.at(tree.tokens.indexAt(offset - 1));
  return token?.kind === 'string' && token.range.start < offset ? token : undefined;
}
