/** The outline of a config: its settings, and the items of its lists. */
import type { DomainModel } from '../model/domain-model';
import type { WrittenSetting } from '../model/setting';
import type { Say } from '../messages/say';
import { message } from '../text/message';
import { explainValue } from '../schema/value-types/check-type';
import type { Spec } from '../schema/value-types/value-type';
import { countItems } from '../schema/value-types/list';
import type { ValueNode } from '../syntax/nodes';
import type { TextRange } from '../text/text-range';
import { defineFeature } from './feature';

export interface OutlineSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'number' | 'text' | 'list' | 'item' | 'device';
  readonly range: TextRange;
  readonly nameRange: TextRange;
  readonly children: readonly OutlineSymbol[];
}

/** How much of a value the outline shows. */
const MAX_DETAIL = 60;
/** How deep lists are shown: virtual NUMA nodes and sound cards are lists in a list. */
const MAX_NESTING = 2;

/** One symbol a setting, in the order of the text. */
export const symbols = defineFeature(({ model, say }): readonly OutlineSymbol[] =>
  model.settings.map((setting) => {
    const { name, range, nameRange, assignment, option } = setting;
    const { value } = assignment;
    const children = listItems(value, option?.type.spec, model, say, MAX_NESTING);
    return { name, detail: describeSetting(setting, children, model, say), kind: kindOf(value), range, nameRange, children };
  }),
);

/** Devices are named by what tells them apart, other items by their text, and lists by what is in them. */
function listItems(list: ValueNode, spec: Spec | undefined, model: DomainModel, say: Say, depth: number): readonly OutlineSymbol[] {
  if (list.kind !== 'list' || depth === 0) return [];
  return list.items.map((item, index): OutlineSymbol => {
    const title = item.kind === 'string' ? spec?.title?.(item.value, model) : undefined;
    const children = listItems(item, spec, model, say, depth - 1);
    const name = title === undefined ? summarize(item, children, say) : say(title.name);
    return {
      name: name === '' ? say(message('item {number}', { number: String(index + 1) })) : name,
      detail: (title?.details ?? []).map(say).join(' · '),
      kind: title === undefined ? 'item' : 'device',
      range: item.range,
      nameRange: item.range,
      children,
    };
  });
}

/** Numbers and switches as xl reads them, with their unit. */
function describeSetting(
  { assignment, option, value }: WrittenSetting,
  items: readonly OutlineSymbol[],
  model: DomainModel,
  say: Say,
): string {
  const isNumber = assignment.value.kind === 'number' && option !== undefined && value !== undefined;
  const meaning = isNumber ? explainValue(option.type, value, model) : undefined;
  return meaning === undefined ? summarize(assignment.value, items, say) : say(meaning);
}

function kindOf(value: ValueNode): OutlineSymbol['kind'] {
  if (value.kind === 'list') return 'list';
  return value.kind === 'number' ? 'number' : 'text';
}

function summarize(value: ValueNode, items: readonly OutlineSymbol[], say: Say): string {
  switch (value.kind) {
    case 'string':
      return shorten(value.value);
    case 'number':
      return value.text;
    case 'list':
      return items.length === 0 ? say(countItems(value.items)) : joinNames(items);
    case 'missing':
      return '';
    default: {
      const unreachable: never = value;
      return unreachable;
    }
  }
}

/** As many names as there is room for. */
function joinNames(items: readonly OutlineSymbol[]): string {
  let text = '';
  for (const { name } of items) {
    if (text.length > MAX_DETAIL) break;
    text += text === '' ? name : `, ${name}`;
  }
  return shorten(text);
}

function shorten(text: string): string {
  return text.length > MAX_DETAIL ? `${text.slice(0, MAX_DETAIL)}…` : text;
}
