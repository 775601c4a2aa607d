/** What the words inside device strings are, for colours that no grammar can know; names that are out of use, and that nothing has. */
import type { DomainModel } from '../model/domain-model';
import { isKnownTo } from '../schema/option';
import type { Suggestion } from '../schema/value-context';
import type { XlValue } from '../schema/xl-value';
import { isSince } from '../schema/xen-version';
import type { Spec, SpecField } from '../schema/value-types/value-type';
import { type Slice, SpecText } from '../schema/spec-text';
import type { TextRange } from '../text/text-range';
import { type CheckedText, defineFeature } from './feature';

/** `unknownName` is a type of our own, for names of options and keys that xl does not have. */
export const TOKEN_TYPES = ['variable', 'property', 'keyword', 'enumMember', 'number', 'string', 'unknownName'] as const;
export const TOKEN_MODIFIERS = ['deprecated'] as const;

export interface SemanticToken {
  readonly range: TextRange;
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly isDeprecated: boolean;
}

/** The tokens of a text in their order. None spans a line break. */
export const semanticTokens = defineFeature(({ model, findings }): readonly SemanticToken[] => {
  const { text } = model.tree;
  return [...listNames(model), ...listUnknown(findings), ...listDevices(model)]
    .filter(({ range }) => range.end > range.start && !/[\r\n]/.test(text.slice(range.start, range.end)))
    .sort((a, b) => a.range.start - b.range.start);
});

/** The rules that find a name which xl does not have; projects can allow some. */
const UNKNOWN_NAMES: ReadonlySet<string> = new Set(['unknown-option', 'unknown-device-key', 'ignored-device-key']);

function* listUnknown(findings: CheckedText['findings']): Generator<SemanticToken> {
  for (const { ruleId, range } of findings) if (UNKNOWN_NAMES.has(ruleId)) yield { range, type: 'unknownName', isDeprecated: false };
}

function* listNames({ settings, target }: DomainModel): Generator<SemanticToken> {
  for (const { nameRange, option } of settings) {
    if (option === undefined || !isKnownTo(option, target)) continue;
    const isDeprecated = option.deprecated !== undefined && isSince(target.xen, option.deprecated.since);
    yield { range: nameRange, type: 'variable', isDeprecated };
  }
}

/** The words of the strings, each once, however many statements a list is written in. */
function* listDevices(model: DomainModel): Generator<SemanticToken> {
  for (const { option, value } of model.effective) {
    if (option === undefined || value === undefined || !isKnownTo(option, model.target)) continue;
    const spec = option.type.spec;
    if (spec !== undefined) yield* listInside(value, spec, model);
  }
}

function* listInside(value: XlValue, spec: Spec, model: DomainModel): Generator<SemanticToken> {
  if (value.kind === 'list') {
    for (const item of value.items) yield* listInside(item, spec, model);
  } else if (!value.isNumberToken && spec.keys.length > 0) {
    const item = new SpecText(value);
    for (const field of spec.fields(value.text)) yield* listField(field, item, spec, model);
  }
}

function* listField(field: SpecField, item: SpecText, spec: Spec, model: DomainModel): Generator<SemanticToken> {
  const { whole, key, value, parameter } = field;
  const name = (key ?? whole).text.trim();
  const declared = spec.keys.find((each) => each.name === name && isSince(model.target.xen, each.since));
  const token = (slice: Slice, type: SemanticToken['type'], isDeprecated = false): SemanticToken => ({
    range: item.rangeOf(slice),
    type,
    isDeprecated,
  });
  if (parameter !== undefined) yield token(whole, kindOfValue(whole.text, suggestionsOf(spec, parameter, model)));
  else if (key === undefined && declared?.type.isFlag === true) yield token(whole, 'keyword');
  if (key === undefined || declared === undefined) return;
  yield token(key, 'property', declared.deprecated !== undefined);
  if (value !== undefined && value.text !== '') yield token(value, kindOfValue(value.text, declared.type.suggest(model)));
}

/** What can stand at a position, which is what its key takes. */
function suggestionsOf({ keys }: Spec, position: string, model: DomainModel): readonly Suggestion[] {
  return keys.find(({ name }) => name === position)?.type.suggest(model) ?? [];
}

function kindOfValue(text: string, suggestions: readonly Suggestion[]): SemanticToken['type'] {
  if (/^\s*(?:0x[0-9a-f]+|\d+)\s*$/i.test(text)) return 'number';
  return suggestions.some((each) => each.text === text.trim()) ? 'enumMember' : 'string';
}
