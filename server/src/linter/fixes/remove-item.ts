/** The fix that takes one device out of a list. */
import { partAt, type Setting } from '../../model/setting';
import { firstIndex } from '../../text/binary-search';
import { message } from '../../text/message';
import { type TextRange, textRange } from '../../text/text-range';
import type { Fix } from '../rule';
import { removeSetting } from './remove-setting';

/** Removes the item whose text stands in a range, with its quotes and a comma; the last one of a statement takes the statement along. */
export function removeItem(setting: Setting, item: TextRange, text: string): Fix {
  const title = message('Remove the device');
  const part = partAt(setting, item) ?? setting;
  const items = part.value?.kind === 'list' ? part.value.items : [];
  if (items.length <= 1) return { ...removeSetting(part, text, 'review'), title };
  const index = firstIndex(items, ({ range }) => range.start > item.start) - 1;
  const [present, next, previous] = [items[index], items[index + 1], items[index - 1]];
  const range =
    next !== undefined
      ? textRange(present?.range.start ?? item.start, next.range.start)
      : textRange(previous?.range.end ?? item.start, present?.range.end ?? item.end);
  return { title, safety: 'review', edits: [{ range, newText: '' }] };
}
