/** The lines that have problems. */
import { findLineEnd, findLineStart } from '../text/line-index';
import { type TextRange, textRange } from '../text/text-range';

/** The line of each problem, without its line end. Of problems that follow each other in a line, which can be as long as the text, only the first counts. */
export function* problemLines(text: string, problems: Iterable<{ readonly range: TextRange }>): Generator<TextRange> {
  let [start, end] = [0, -1];
  for (const { range } of problems) {
    if (range.start >= start && range.start <= end) continue;
    [start, end] = [findLineStart(text, range.start), findLineEnd(text, range.start)];
    yield textRange(start, end);
  }
}
