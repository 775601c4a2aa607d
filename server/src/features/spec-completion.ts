/** Completion inside device strings: keys, and the values of a key. */
import { type DomainModel, seedOf } from '../model/domain-model';
import type { Suggestion } from '../schema/value-context';
import { keysKnownTo } from '../specs/spec-key';
import type { SpecKey } from '../schema/spec';
import { textRange } from '../text/text-range';
import type { Completion } from './completion';
import type { SharedValues } from './shared-values';
import { type SpecCursor, touchesSlice } from './spec-cursor';

/** What can be written at the cursor in a device string. */
export function completeInSpec(cursor: SpecCursor, model: DomainModel, shared: SharedValues): readonly Completion[] {
  const { field, offset } = cursor;
  if (field?.key !== undefined && touchesSlice(field.value, offset)) return completeValue(cursor, field.key.text.trim(), model, shared);
  return completeKeys(cursor, model);
}

function completeKeys({ spec, item, field, offset, setting }: SpecCursor, model: DomainModel): readonly Completion[] {
  const written = field?.key ?? field?.whole ?? { start: offset, end: offset };
  const range = written.start === written.end ? emptyRange(item, offset) : item.rangeOf(written);
  const hasValue = field?.key !== undefined;
  const used = new Set(spec.fields(item.text).flatMap(({ key }) => (key === undefined || key === field?.key ? [] : [key.text.trim()])));
  return keysKnownTo(spec.keys, model.target)
    .filter((key) => key.deprecated === undefined)
    .map((key, index) => ({
      label: key.name,
      kind: 'option',
      detail: key.summary,
      range,
      newText: key.type.isFlag === true || hasValue ? key.name : `${key.name}=`,
      sortKey: `${used.has(key.name) ? 1 : 0}${String(index).padStart(3, '0')}`,
      documentation: describeKey(key, model),
      option: setting.name,
    }));
}

function completeValue(cursor: SpecCursor, name: string, model: DomainModel, shared: SharedValues): readonly Completion[] {
  const { spec, item, field, others, setting } = cursor;
  const key = keysKnownTo(spec.keys, model.target).find((each) => each.name === name);
  if (key === undefined || field?.value === undefined) return [];
  const { value } = field;
  const range = value.start === value.end ? emptyRange(item, value.start) : item.rangeOf(value);
  const seen = [...(key.isShared === true ? (shared.get(`${setting.name}.${name}`) ?? []) : [])].filter((text) => text !== value.text);
  const own = [
    ...(spec.suggestValue?.(name, others, { ...model, seed: seedOf(model.tree.text) }) ?? []),
    ...key.type.suggest(model.target),
  ];
  const suggestions: readonly Pick<Suggestion, 'text' | 'detail'>[] = [
    ...seen.map((text) => ({ text, detail: 'seen in the workspace' })),
    ...own.filter(({ text }) => !seen.includes(text)),
  ];
  return suggestions.map(({ text, detail }, index) => ({
    label: text,
    kind: 'value',
    ...(detail === undefined ? {} : { detail }),
    range,
    newText: text,
    sortKey: String(index).padStart(3, '0'),
    documentation: describeKey(key, model),
  }));
}

function emptyRange(item: SpecCursor['item'], offset: number) {
  if (item.text !== '') return item.rangeOf({ start: offset, end: offset });
  // The quotes of an empty string are its range; the cursor stands between them.
  return textRange(item.wholeRange.start + 1, item.wholeRange.start + 1);
}

/** The documentation of a key, in Markdown. */
export function describeKey(key: SpecKey, { target }: DomainModel): string {
  const facts = [
    `Value: ${key.type.describe(target)}`,
    key.default === undefined ? '' : `Default: ${key.default}`,
    key.since === undefined ? '' : `Since Xen ${key.since}`,
  ].filter((fact) => fact !== '');
  return `**${key.name}**: ${key.summary}\n\n${facts.map((fact) => `- ${fact}`).join('\n')}`;
}
