/** The fix that takes a setting out of the file. */
import type { Setting } from '../../model/setting';
import { findLineEnd, findLineStart } from '../../text/line-index';
import { type TextRange, textRange } from '../../text/text-range';
import type { Fix, FixSafety } from '../rule';

/** Removes a setting, with its lines where nothing else stands on them. */
export function removeSetting(setting: Setting, text: string, safety: FixSafety = 'safe'): Fix {
  const edits = [{ range: withEmptyLines(setting.range, text), newText: '' }];
  return { title: `Remove \`${setting.name}\``, safety, edits };
}

function withEmptyLines(range: TextRange, text: string): TextRange {
  const lineStart = findLineStart(text, range.start);
  const lineEnd = findLineEnd(text, range.end);
  const before = text.slice(lineStart, range.start).trim();
  const after = text.slice(range.end, lineEnd).trim();
  if (before === '' && after === '') return textRange(lineStart, Math.min(lineEnd + 1, text.length));
  if (!after.startsWith(';')) return range;
  return textRange(range.start, range.end + text.slice(range.end).indexOf(';') + 1);
}
