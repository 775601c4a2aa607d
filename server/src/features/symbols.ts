/** The outline of a config: its settings, and the items of its lists. */
import { message, type Word } from '../text/message';
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
export const symbols = defineFeature(({ model, say }): readonly OutlineSymbol[] => {
  /** Devices are named by what tells them apart, other items by their text. */
  const listItems = (value: ValueNode, spec: Spec | undefined, depth: number): readonly OutlineSymbol[] => {
    if (value.kind !== 'list' || depth === 0) return [];
    return value.items.map((item, index) => {
      const title = item.kind === 'string' ? spec?.title?.(item.value, model) : undefined;
      const words = [title?.name ?? '', summarize(item), message('item {number}', { number: String(index + 1) })];
      return {
        name: words.map(say).find((word) => word !== '') ?? '',
        detail: (title?.details ?? []).map(say).join(', '),
        kind: title === undefined ? 'item' : 'device',
        range: item.range,
        nameRange: item.range,
        children: listItems(item, spec, depth - 1),
      };
    });
  };
  return model.settings.map(({ name, range, nameRange, assignment, option }) => {
    const { value } = assignment;
    const children = listItems(value, option?.type.spec, MAX_NESTING);
    return { name, detail: say(summarize(value)), kind: kindOf(value), range, nameRange, children };
  });
});

function kindOf(value: ValueNode): OutlineSymbol['kind'] {
  if (value.kind === 'list') return 'list';
  return value.kind === 'number' ? 'number' : 'text';
}

function summarize(value: ValueNode): Word {
  switch (value.kind) {
    case 'string':
      return value.value.length > MAX_DETAIL ? `${value.value.slice(0, MAX_DETAIL)}…` : value.value;
    case 'number':
      return value.text;
    case 'list':
      return countItems(value.items);
    case 'missing':
      return '';
    default: {
      const unreachable: never = value;
      return unreachable;
    }
  }
}
