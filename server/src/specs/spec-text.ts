/** One string of a mini-language: its text, and the way from places in it to the document. */
import type { AtomValue } from '../schema/xl-value';
import type { StringOrigin } from '../text/string-origin';
import { type TextRange, textRange } from '../text/text-range';

/** A stretch of the text of a string, in offsets of the unescaped text. */
export interface Slice {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export class SpecText {
  readonly text: string;
  private readonly origin: StringOrigin;
  private readonly whole: TextRange;

  constructor(value: AtomValue) {
    this.text = value.text;
    this.origin = value.origin;
    this.whole = value.range;
  }

  /** The document range of a slice; an empty text stands for its quotes. */
  rangeOf({ start, end }: { readonly start: number; readonly end: number }): TextRange {
    if (this.text === '') return this.whole;
    return this.origin.toDocument(textRange(start, end));
  }

  get wholeRange(): TextRange {
    return this.rangeOf({ start: 0, end: this.text.length });
  }

  slice(start: number, end: number): Slice {
    return { text: this.text.slice(start, end), start, end };
  }

  /** The offset in the text for an offset of the document, or undefined outside. */
  offsetOf(documentOffset: number): number | undefined {
    return this.origin.fromDocument(documentOffset);
  }
}
