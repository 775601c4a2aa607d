/** What stands in small letters between the words of a config: what values come to, and what has no name in the text. */
import { message, type Word } from '../text/message';
import type { DomainModel } from '../model/domain-model';
import type { Setting } from '../model/setting';
import { describesDomain, type ValidatedModel } from '../validation/validate';
import { placeAtom } from '../schema/value-types/check-type';
import type { Remark, Spec, SpecField } from '../schema/value-types/value-type';
import { type Slice, SpecText } from '../schema/spec-text';
import type { AtomValue, XlValue } from '../schema/xl-value';
import type { TextRange } from '../text/text-range';
import { defineFeature } from './feature';

/** Sorts of hints that people turn on and off: those about values, `field`: what a part of a device string is, `domainType`. */
export const HINT_KINDS = ['size', 'number', 'meaning', 'field', 'domainType'] as const;
export type HintKind = (typeof HINT_KINDS)[number];

export interface InlayHint {
  /** Between two characters. */
  readonly offset: number;
  readonly kind: HintKind;
  readonly text: string;
  /** It names what follows; others add to what stands before. */
  readonly isBefore: boolean;
}

/**
 * The hints in a part of a text, in its order.
 * @param kinds those that somebody wants
 */
export const inlayHints = defineFeature(({ model, say }, range: TextRange, kinds: ReadonlySet<HintKind>): readonly InlayHint[] => {
  if (model.fileKind === 'too-large') return [];
  const hints = [...listHints(model, range)].filter(({ kind, offset }) => kinds.has(kind) && range.start <= offset && offset <= range.end);
  return hints.map(({ text, ...hint }) => ({ ...hint, text: say(text) })).sort((a, b) => a.offset - b.offset);
});

type UnsaidHint = Omit<InlayHint, 'text'> & { readonly text: Word };

function* listHints(model: ValidatedModel, range: TextRange): Generator<UnsaidHint> {
  yield* hintAtType(model);
  for (const setting of model.effective) yield* hintAtSetting(setting, model, range);
}

/** Which type a domain has where nothing says it, behind its name. */
function* hintAtType(model: ValidatedModel): Generator<UnsaidHint> {
  const { typeSetting, isTypeOpen, byName, domainType } = model;
  const name = byName.get('name');
  if (!describesDomain(model) || typeSetting !== undefined || isTypeOpen || name?.value === undefined) return;
  yield {
    offset: name.valueRange.end,
    kind: 'domainType',
    text: message('{type} domain', { type: domainType.toUpperCase() }),
    isBefore: false,
  };
}

function* hintAtSetting({ option, parts }: Setting, model: DomainModel, range: TextRange): Generator<UnsaidHint> {
  if (option === undefined) return;
  const { type } = option;
  for (const { value, valueRange } of parts) {
    // Only the whole of a text that `+=` joins says anything.
    if (value === undefined || !meets(valueRange, range) || (value.kind === 'atom' && parts.length > 1)) continue;
    if (type.shape === 'atom' && value.kind === 'atom') yield* asHint(type.remark?.(placeAtom(value), model), value.range.end);
    if (type.spec === undefined) continue;
    for (const atom of listAtoms(value, range)) yield* hintInString(atom, type.spec, model);
  }
}

function meets(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The strings of a value that lie in a range, however deep. */
function* listAtoms(value: XlValue, range: TextRange): Generator<AtomValue> {
  const waiting = [value];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (!meets(each.range, range)) continue;
    if (each.kind === 'atom') yield each;
    else for (const item of each.items) waiting.push(item);
  }
}

function* asHint(remark: Remark | undefined, offset: number): Generator<UnsaidHint> {
  if (remark !== undefined) yield { ...remark, offset, isBefore: false };
}

function* hintInString(value: AtomValue, spec: Spec, model: DomainModel): Generator<UnsaidHint> {
  const item = new SpecText(value);
  yield* asHint(spec.remark?.(value.text, model), value.range.end);
  if (spec.keys.length > 0) for (const field of spec.fields(item.text)) yield* hintAtField(field, item, spec, model);
}

function* hintAtField(field: SpecField, item: SpecText, spec: Spec, model: DomainModel): Generator<UnsaidHint> {
  const { parameter, key } = field;
  const value = parameter === undefined ? field.value : (field.value ?? field.whole);
  if (value === undefined || value.text.trim() === '') return;
  if (parameter !== undefined && isOneOfSeveral(spec))
    yield { offset: item.rangeOf(trimmed(value)).start, kind: 'field', text: `${parameter}:`, isBefore: true };
  const name = parameter ?? key?.text.trim();
  const type = spec.keys.find((each) => each.name === name)?.type;
  yield* asHint(type?.remark?.(item.place(value), model), item.rangeOf(value).end);
}

/** Whether there is more than one position; what stands alone needs no name. */
function isOneOfSeveral({ positional }: Spec): boolean {
  return positional !== undefined && positional.names.length > 1;
}

/** Blanks before a part belong to nothing. */
function trimmed({ text, start, end }: Slice): { readonly start: number; readonly end: number } {
  return { start: start + text.length - text.trimStart().length, end };
}
