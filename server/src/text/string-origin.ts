/** Maps places in an unescaped string back to the document, through escapes and through `+=` joins. */
import { firstIndex } from './binary-search';
import { type TextRange, textRange } from './text-range';

/** Knows for every offset of an unescaped string which document offset it came from. */
export class StringOrigin {
  readonly valueLength: number;
  /** Where the first character stands in the document. */
  private readonly documentStart: number;
  /** Document offset of every value character and of the end; absent where both advance together. */
  private readonly offsets: readonly number[] | undefined;
  /** What stands in one literal each, for a value of several. */
  private readonly pieces: readonly OriginPiece[] | undefined;

  private constructor(documentStart: number, valueLength: number, offsets?: readonly number[], pieces?: readonly OriginPiece[]) {
    this.documentStart = documentStart;
    this.valueLength = valueLength;
    this.offsets = offsets;
    this.pieces = pieces;
  }

  /** The origin of a value whose characters stand one by one in the document from `documentStart` on. */
  static plain(documentStart: number, length: number): StringOrigin {
    return new StringOrigin(documentStart, length);
  }

  /** The origin of a value with escapes; `offsets` has one entry more than the value has characters. */
  static mapped(documentStart: number, offsets: readonly number[]): StringOrigin {
    return new StringOrigin(documentStart, offsets.length - 1, offsets);
  }

  /** The origin of values joined by `+=`, in their order. */
  static join(origins: readonly StringOrigin[]): StringOrigin {
    let length = 0;
    const pieces = origins.flatMap((origin) => {
      const start = length;
      length += origin.valueLength;
      return (origin.pieces ?? [{ valueStart: 0, origin }]).map((piece) => ({ ...piece, valueStart: piece.valueStart + start }));
    });
    return new StringOrigin(pieces[0]?.origin.documentStart ?? 0, length, undefined, pieces);
  }

  /** The document range of a range of the value. A range over several literals is cut at the end of the first one. */
  toDocument({ start, end }: TextRange): TextRange {
    if (this.pieces === undefined) return textRange(this.locate(start), this.locate(Math.max(start, end)));
    const { valueStart, origin } = this.pieceAt(this.pieces, start);
    return textRange(origin.locate(start - valueStart), origin.locate(Math.max(start, end) - valueStart));
  }

  /** The offset in the value that a document offset stands for, or undefined when it lies outside. */
  fromDocument(offset: number): number | undefined {
    for (const { valueStart, origin } of this.pieces ?? [{ valueStart: 0, origin: this }]) {
      const inPiece = origin.valueOffsetOf(offset);
      if (inPiece !== undefined) return valueStart + inPiece;
    }
    return undefined;
  }

  /** The piece that a value offset lies in; the last one for the end. A value has as many pieces as statements. */
  private pieceAt(pieces: readonly OriginPiece[], valueOffset: number): OriginPiece {
    const index = firstIndex(pieces, ({ valueStart, origin }) => valueOffset < valueStart + origin.valueLength);
    return pieces[Math.min(index, pieces.length - 1)] ?? { valueStart: 0, origin: this };
  }

  /** Within one literal. */
  private locate(valueOffset: number): number {
    const within = Math.max(0, Math.min(valueOffset, this.valueLength));
    return this.offsets?.[within] ?? this.documentStart + within;
  }

  /** Within one literal. */
  private valueOffsetOf(offset: number): number | undefined {
    if (offset < this.documentStart || offset > this.locate(this.valueLength)) return undefined;
    if (this.offsets === undefined) return offset - this.documentStart;
    const index = this.offsets.findIndex((each) => each >= offset);
    return index < 0 ? this.valueLength : index;
  }
}

/** A stretch of a value that was written in one literal. */
interface OriginPiece {
  /** Where the piece begins in the unescaped value. */
  readonly valueStart: number;
  readonly origin: StringOrigin;
}
