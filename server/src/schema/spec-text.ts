/** One string of a mini-language: its text, and the way from places in it to the document. */
import type { PlacedText } from './placed-text';
import type { AtomValue } from './xl-value';
import type { StringOrigin } from '../text/string-origin';
import { type TextRange, textRange } from '../text/text-range';

/** A stretch of the text of a string, in offsets of the unescaped text. */
export interface Slice {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The slice of a text between two offsets. */
export function sliceOf(text: string, start: number, end: number): Slice {
  return { text: text.slice(start, end), start, end };
}

/** A text as a slice of itself. */
export function wholeOf(text: string): Slice {
  return { text, start: 0, end: text.length };
}

export class SpecText {
  readonly text: string;
  private readonly origin: StringOrigin;
  private readonly quotedRange: TextRange;

  constructor(value: AtomValue) {
    this.text = value.text;
    this.origin = value.origin;
    this.quotedRange = value.range;
  }

  /** The document range of a slice; an empty text stands for its quotes. */
  rangeOf({ start, end }: { readonly start: number; readonly end: number }): TextRange {
    if (this.text === '') return this.quotedRange;
    return this.origin.toDocument(textRange(start, end));
  }

  /** A part as a text of its own. */
  place(part: Slice): PlacedText {
    const rangeOf = ({ start, end }: { readonly start: number; readonly end: number }): TextRange =>
      this.rangeOf({ start: part.start + start, end: part.start + end });
    return { text: part.text, range: this.rangeOf(part), rangeOf };
  }

  get wholeRange(): TextRange {
    return this.rangeOf(this.whole);
  }

  get whole(): Slice {
    return wholeOf(this.text);
  }

  slice(start: number, end: number): Slice {
    return sliceOf(this.text, start, end);
  }

  /** The offset in the text for an offset of the document, or undefined outside. */
  offsetOf(documentOffset: number): number | undefined {
    return this.origin.fromDocument(documentOffset);
  }
}
