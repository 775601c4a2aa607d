/** Translates between UTF-16 offsets and zero-based lines and characters, for the adapters at the edge. */
import type { TextRange } from './text-range';

/** A place in a text as the language server protocol counts it: zero-based line, UTF-16 character in the line. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** A range between two line positions, the end excluded. */
export interface LineRange {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** The line structure of one text. Lines end at LF, CR LF or a lone CR, as editors count them. */
export class LineIndex {
  private readonly lineStarts: readonly number[];
  private readonly length: number;

  constructor(text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.lineStarts = starts;
    this.length = text.length;
  }

  get lineCount(): number {
    return this.lineStarts.length;
  }

  /** The line and character of an offset; offsets past the end count as the end. */
  positionAt(offset: number): LinePosition {
    const target = Math.max(0, Math.min(offset, this.length));
    let low = 0;
    let high = this.lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.lineStart(middle) <= target) low = middle;
      else high = middle;
    }
    return { line: low, character: target - this.lineStart(low) };
  }

  /** The offset of a line position; positions outside the text are moved to its nearest place. */
  offsetAt(position: LinePosition): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineStarts.length) return this.length;
    const start = this.lineStart(position.line);
    const end = position.line + 1 < this.lineStarts.length ? this.lineStart(position.line + 1) : this.length;
    return Math.max(start, Math.min(start + position.character, end));
  }

  /** The same range in lines and characters. */
  lineRange(range: TextRange): LineRange {
    return { start: this.positionAt(range.start), end: this.positionAt(range.end) };
  }

  /** The offset at which a zero-based line starts; the end of the text for lines after it. */
  lineStart(line: number): number {
    return this.lineStarts[line] ?? this.length;
  }
}

/** The offset of the first character of the line that holds `offset`, in a text whose lines end with LF. */
export function findLineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset just after the last character of the line that holds `offset`, its LF left out. */
export function findLineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
