/** What a selection grows over, step by step: word, part of a device, string, list, statement, file. */
import type { DomainModel } from '../model/domain-model';
import { settingAt } from '../model/queries/setting-at';
import type { ValueNode } from '../syntax/nodes';
import type { SpecField } from '../schema/value-types/value-type';
import { firstIndex } from '../text/binary-search';
import { findLineEnd, findLineStart } from '../text/line-index';
import { type TextRange, textRange, touchesOffset } from '../text/text-range';
import { defineFeature } from './feature';
import { findSpecCursor } from './spec-cursor';

/** The ranges round an offset, each within the next, the whole text last. */
export const selectionRanges = defineFeature(({ model }, offset: number): readonly TextRange[] => {
  const { tree } = model;
  const setting = settingAt(model, offset);
  const ranges = [
    wordAt(tree.text, offset),
    ...partsAt(model, offset),
    ...tokenAt(model, offset),
    ...(setting === undefined ? [] : [...nodesAt(setting.assignment.value, offset), setting.nameRange, setting.range]),
    textRange(0, tree.text.length),
  ];
  return growing(ranges.filter((range) => range.end > range.start && touchesOffset(range, offset)));
});

/** Those that hold the ones before them, the smallest first. */
function growing(ranges: readonly TextRange[]): readonly TextRange[] {
  const grown: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = grown.at(-1);
    const isWider = last === undefined || range.end - range.start > last.end - last.start;
    if (isWider && (last === undefined || (range.start <= last.start && last.end <= range.end))) grown.push(range);
  }
  return grown;
}

/** Of a line that can be very long, so much is looked at on each side. */
const MAX_WORD = 200;

function wordAt(text: string, offset: number): TextRange {
  const before = /[\w.-]*$/.exec(text.slice(Math.max(findLineStart(text, offset), offset - MAX_WORD), offset))?.[0].length ?? 0;
  const after = /^[\w.-]*/.exec(text.slice(offset, Math.min(findLineEnd(text, offset), offset + MAX_WORD)))?.[0].length ?? 0;
  return textRange(offset - before, offset + after);
}

/** In a device string: the key or the value, and both. */
function partsAt(model: DomainModel, offset: number): readonly TextRange[] {
  const cursor = findSpecCursor(model, offset);
  if (cursor?.field === undefined) return [];
  const { whole, key, value }: SpecField = cursor.field;
  return [key, value, whole].flatMap((slice) => (slice === undefined ? [] : [cursor.item.rangeOf(slice)]));
}

/** A string with and without its quotes, or a comment. */
function tokenAt({ tree: { tokens } }: DomainModel, offset: number): readonly TextRange[] {
  const here = tokens.at(tokens.indexAt(offset));
  const before = here?.range.start === offset ? tokens.at(tokens.indexAt(offset - 1)) : undefined;
  return [here, before].flatMap((token): readonly TextRange[] => {
    if (token?.kind === 'comment') return [token.range];
    if (token?.kind !== 'string') return [];
    const { start, end } = token.range;
    return [textRange(start + 1, token.isUnterminated === true ? end : end - 1), token.range];
  });
}

/** No list of xl is nested deeper, and an answer cannot be either. */
const MAX_DEPTH = 32;

/** The value at an offset: lists with and without their brackets, down to the item. */
function nodesAt(value: ValueNode, offset: number): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let node: ValueNode | undefined = value;
  for (let depth = 0; depth < MAX_DEPTH && node !== undefined; depth++) {
    ranges.push(node.range);
    if (node.kind !== 'list') break;
    const items: readonly ValueNode[] = node.items;
    const [first, last] = [items[0], items.at(-1)];
    if (first !== undefined && last !== undefined) ranges.push(textRange(first.range.start, last.range.end));
    node = items[firstIndex(items, ({ range }) => offset <= range.end)];
  }
  return ranges;
}
