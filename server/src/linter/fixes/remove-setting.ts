/** The fix that takes a setting out of the file. */
import { message } from '../../text/message';
import type { WrittenSetting } from '../../model/setting';
import { type TextRange, textRange } from '../../text/text-range';
import type { Fix, FixSafety } from '../rule';

/** Removes a statement, with its lines where nothing else stands on them. */
export function removeSetting(setting: WrittenSetting, text: string, safety: FixSafety = 'safe'): Fix {
  const edits = [{ range: withEmptyLines(setting.range, text), newText: '' }];
  return { title: message('Remove `{name}`', { name: setting.name }), safety, edits };
}

/** Looks at the blanks around the setting only, so that a file with everything on one line costs no more than another. */
function withEmptyLines(range: TextRange, text: string): TextRange {
  let start = range.start;
  while (/[ \t]/.test(text.charAt(start - 1))) start -= 1;
  let end = range.end;
  while (/[ \t\r]/.test(text.charAt(end))) end += 1;
  const isAlone = (start === 0 || text.charAt(start - 1) === '\n') && (end === text.length || text.charAt(end) === '\n');
  if (isAlone) return textRange(start, Math.min(end + 1, text.length));
  return text.charAt(end) === ';' ? textRange(range.start, end + 1) : range;
}
