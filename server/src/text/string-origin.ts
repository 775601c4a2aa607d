/** Maps places in an unescaped string back to the document, through escapes and through `+=` joins. */
import { firstIndex } from './binary-search';
import { type TextRange, textRange } from './text-range';

/** A stretch of a value that was written in one literal. */
interface OriginPiece {
  /** Where the piece begins in the unescaped value. */
  readonly valueStart: number;
  readonly valueLength: number;
  /** Where its first character stands in the document. */
  readonly documentStart: number;
  /** Document offset of every value character and of the end; absent where both advance together. */
  readonly offsets?: readonly number[];
}

/** Knows for every offset of an unescaped string which document offset it came from. */
export class StringOrigin {
  private readonly pieces: readonly OriginPiece[];

  private constructor(pieces: readonly OriginPiece[]) {
    this.pieces = pieces;
  }

  /** The origin of a value whose characters stand one by one in the document from `documentStart` on. */
  static plain(documentStart: number, length: number): StringOrigin {
    return new StringOrigin([{ valueStart: 0, valueLength: length, documentStart }]);
  }

  /** The origin of a value with escapes; `offsets` has one entry more than the value has characters. */
  static mapped(documentStart: number, offsets: readonly number[]): StringOrigin {
    return new StringOrigin([{ valueStart: 0, valueLength: offsets.length - 1, documentStart, offsets }]);
  }

  /** The origin of values joined by `+=`, in their order. */
  static join(origins: readonly StringOrigin[]): StringOrigin {
    let shift = 0;
    const pieces = origins.flatMap((origin) => {
      const start = shift;
      shift += origin.valueLength;
      return origin.pieces.map((piece) => ({ ...piece, valueStart: piece.valueStart + start }));
    });
    return new StringOrigin(pieces);
  }

  get valueLength(): number {
    const last = this.pieces[this.pieces.length - 1];
    return last === undefined ? 0 : last.valueStart + last.valueLength;
  }

  /** The document range of a range of the value. A range over several literals is cut at the end of the first one. */
  toDocument(range: TextRange): TextRange {
    const piece = this.pieceAt(range.start);
    if (piece === undefined) return textRange(0, 0);
    return textRange(locate(piece, range.start), locate(piece, Math.max(range.start, range.end)));
  }

  /** The piece that a value offset lies in; the last one for the end. A value has as many pieces as statements. */
  private pieceAt(valueOffset: number): OriginPiece | undefined {
    const index = firstIndex(this.pieces, (piece) => valueOffset < piece.valueStart + piece.valueLength);
    return this.pieces[Math.min(index, this.pieces.length - 1)];
  }

  /** The offset in the value that a document offset stands for, or undefined when it lies outside. */
  fromDocument(offset: number): number | undefined {
    for (const piece of this.pieces) {
      const end = locate(piece, piece.valueStart + piece.valueLength);
      if (offset < piece.documentStart || offset > end) continue;
      if (piece.offsets === undefined) return piece.valueStart + (offset - piece.documentStart);
      const index = piece.offsets.findIndex((each) => each >= offset);
      return piece.valueStart + (index < 0 ? piece.valueLength : index);
    }
    return undefined;
  }
}

function locate(piece: OriginPiece, valueOffset: number): number {
  const inPiece = Math.max(0, Math.min(valueOffset - piece.valueStart, piece.valueLength));
  return piece.offsets?.[inPiece] ?? piece.documentStart + inPiece;
}
