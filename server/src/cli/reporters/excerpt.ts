/** The line that a finding is about, with carets under it; of a long line only what is near. */
import type { LineIndex } from '../../text/line-index';
import type { TextRange } from '../../text/text-range';
import { manyLines } from '../printable';

export interface Excerpt {
  readonly source: string;
  /** Blanks, and the tabs of the line, so that the carets stand below what they mean in any terminal. */
  readonly indent: string;
  readonly carets: string;
}

/** Characters of a line that are shown, and how many of them in front of the caret. */
const WIDTH = 160;
const BEFORE = 60;

/** Cuts the excerpt out of a text. */
export function excerptAt(text: string, lines: LineIndex, range: TextRange): Excerpt {
  const { line } = lines.positionAt(range.start);
  const lineStart = lines.lineStart(line);
  const lineEnd = findEnd(text, lines.lineStart(line + 1));
  const wanted = Math.max(lineStart, Math.min(range.start - BEFORE, lineEnd - WIDTH));
  const from = isInsidePair(text, wanted) ? wanted + 1 : wanted;
  const to = Math.min(lineEnd, isInsidePair(text, from + WIDTH) ? from + WIDTH - 1 : from + WIDTH);
  const start = Math.min(range.start, to);
  const before = `${from > lineStart ? '…' : ''}${manyLines(text.slice(from, start))}`;
  const marked = manyLines(text.slice(start, Math.max(start, Math.min(range.end, to))));
  const after = manyLines(text.slice(start, to)).slice(marked.length);
  return {
    source: `${before}${marked}${after}${to < lineEnd ? '…' : ''}`,
    indent: before.replace(/[^\t]/gu, ' '),
    carets: '^'.repeat(Math.max(1, Array.from(marked).length)),
  };
}

/** Where the line in front of `next` ends without its line break. */
function findEnd(text: string, next: number): number {
  const withoutFeed = text[next - 1] === '\n' ? next - 1 : next;
  return text[withoutFeed - 1] === '\r' ? withoutFeed - 1 : withoutFeed;
}

function isInsidePair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}
