/** The fix for a backslash that was meant as itself. */
import type { SyntaxProblem } from '../../syntax/syntax-problem';
import { textRange } from '../../text/text-range';
import type { Fix } from '../rule';

/** Doubles the backslash at the start of an escape, so that the string keeps it. */
export function doubleBackslash({ range }: SyntaxProblem): readonly Fix[] {
  const edits = [{ range: textRange(range.start, range.start), newText: '\\' }];
  return [{ title: 'Double the backslash', safety: 'review', edits }];
}
