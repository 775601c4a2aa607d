/** A text and where it stands. */
import type { TextRange } from '../text/text-range';

/** A text with its place in the document: the value of an option, or of a key inside a device string. */
export interface PlacedText {
  readonly text: string;
  /** The whole of it, with its quotes where it has some. */
  readonly range: TextRange;
  /** The place of a part, given in offsets of the text. */
  rangeOf(part: { readonly start: number; readonly end: number }): TextRange;
  /** Written without quotes. */
  readonly isNumberToken?: boolean;
  /** Put together by `+=`, which number readers of options refuse. */
  readonly isAppended?: boolean;
}
