/** The outline of a config: its settings, and the items of its lists. */
import type { DomainModel } from '../model/domain-model';
import type { ValueNode } from '../syntax/nodes';
import type { TextRange } from '../text/text-range';

export interface OutlineSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'number' | 'text' | 'list' | 'item';
  readonly range: TextRange;
  readonly nameRange: TextRange;
  readonly children: readonly OutlineSymbol[];
}

/** How much of a value the outline shows. */
const MAX_DETAIL = 60;

/** One symbol a setting, in the order of the text. */
export function listSymbols(model: DomainModel): readonly OutlineSymbol[] {
  return model.settings.map(({ name, range, nameRange, assignment }) => {
    const { value } = assignment;
    return { name, detail: summarize(value), kind: kindOf(value), range, nameRange, children: listItems(value) };
  });
}

function listItems(value: ValueNode): readonly OutlineSymbol[] {
  if (value.kind !== 'list') return [];
  return value.items.map((item, index) => ({
    name: summarize(item) || `item ${index + 1}`,
    detail: '',
    kind: 'item',
    range: item.range,
    nameRange: item.range,
    children: [],
  }));
}

function kindOf(value: ValueNode): OutlineSymbol['kind'] {
  if (value.kind === 'list') return 'list';
  return value.kind === 'number' ? 'number' : 'text';
}

function summarize(value: ValueNode): string {
  switch (value.kind) {
    case 'string':
      return value.value.length > MAX_DETAIL ? `${value.value.slice(0, MAX_DETAIL)}…` : value.value;
    case 'number':
      return value.text;
    case 'list':
      return value.items.length === 1 ? '1 item' : `${value.items.length} items`;
    case 'missing':
      return '';
    default: {
      const unreachable: never = value;
      return unreachable;
    }
  }
}
