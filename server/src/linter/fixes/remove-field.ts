/** The fix that takes one field out of a device string. */
import type { Slice, SpecText } from '../../schema/spec-text';
import { message } from '../../text/message';
import type { Fix } from '../rule';

/** Removes a field of a string with commas between fields, and one of these. */
export function removeField(item: SpecText, { start, end }: Slice, name: string): Fix {
  const before = item.text.lastIndexOf(',', start);
  const blanks = /^,? */.exec(item.text.slice(end))?.[0].length ?? 0;
  const range = before < 0 ? { start, end: end + blanks } : { start: before, end };
  return { title: message('Remove `{name}`', { name }), safety: 'review', edits: [{ range: item.rangeOf(range), newText: '' }] };
}
