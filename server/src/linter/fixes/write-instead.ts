/** The fix that writes another text in the place of one. */
import { message } from '../../text/message';
import type { TextRange } from '../../text/text-range';
import type { Fix, FixSafety } from '../rule';

/** Writes `newText`, which may have its quotes, in the place of `range`; somebody has to look at it unless it is safe. */
export function writeInstead(range: TextRange, newText: string, safety: FixSafety = 'review'): Fix {
  return { title: message('Write `{newText}`', { newText }), safety, edits: [{ range, newText }] };
}
