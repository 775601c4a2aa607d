/** Finds the device string at a place of the document, and what stands there in it. */
import type { DomainModel } from '../model/domain-model';
import type { Setting } from '../model/setting';
import type { AtomValue, XlValue } from '../schema/xl-value';
import type { Spec, SpecField } from '../schema/spec';
import { type Slice, SpecText } from '../schema/spec-text';
import { touchesOffset } from '../text/text-range';

export interface SpecCursor {
  readonly setting: Setting;
  readonly spec: Spec;
  readonly item: SpecText;
  /** The other strings of the same option. */
  readonly others: readonly string[];
  /** In the text of the string. */
  readonly offset: number;
  readonly field: SpecField | undefined;
}

/** The device string at an offset; undefined elsewhere. */
export function findSpecCursor(model: DomainModel, documentOffset: number): SpecCursor | undefined {
  const setting = model.effective.find(({ parts }) => parts.some(({ valueRange }) => touchesOffset(valueRange, documentOffset)));
  const spec = setting?.option?.type.spec;
  if (setting?.value === undefined || spec === undefined) return undefined;
  const atoms = [...listAtoms(setting.value)];
  const atom = atoms.find((each) => isInside(each, documentOffset));
  if (atom === undefined) return undefined;
  const item = new SpecText(atom);
  const offset = item.offsetOf(documentOffset) ?? 0;
  const field = spec.fields(atom.text).find(({ whole }) => whole.start <= offset && offset <= whole.end);
  return { setting, spec, item, others: atoms.filter((each) => each !== atom).map(({ text }) => text), offset, field };
}

/** Whether an offset of the text lies in a slice, its end included. */
export function touchesSlice(slice: Slice | undefined, offset: number): boolean {
  return slice !== undefined && slice.start <= offset && offset <= slice.end;
}

/** Between the quotes, not on them. */
function isInside({ origin, isNumberToken }: AtomValue, offset: number): boolean {
  return !isNumberToken && origin.fromDocument(offset) !== undefined;
}

function* listAtoms(value: XlValue): Generator<AtomValue> {
  if (value.kind === 'atom') yield value;
  else for (const item of value.items) yield* listAtoms(item);
}
