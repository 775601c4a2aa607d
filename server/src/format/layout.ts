/** Decides what stands in the gaps between the pieces of a text. */
import type { TextRange } from '../text/text-range';
import { textRange } from '../text/text-range';
import { findPaddings } from './align-operators';
import { type PlacedComment, alignComments } from './align-comments';
import { DEEPEST_INDENT, indentOf, widthOf } from './indent';
import { type ListShape, shapeLists, type ListShapes } from './list-shapes';
import type { Breaks, Piece } from './pieces';
import { countBreaks } from './pieces';
import type { FormatOptions } from './style';

/** What has to stand between two pieces, before the first or behind the last one. */
export interface Gap {
  readonly range: TextRange;
  readonly target: string;
  /** The statement inside of which it lies. */
  readonly statement: number | undefined;
}

/** `kept`: broken where it is broken already. */
type ListMode = 'flat' | 'broken' | 'kept';

interface OpenList {
  readonly mode: ListMode;
  /** What stands before an item on a line of its own. */
  readonly indent: string;
  /** And before the bracket that ends the list. */
  readonly outerIndent: string;
  readonly hasTrailingComma: boolean;
}

/** Two blank lines. */
const MOST_BREAKS = 3;

/**
 * The gaps of a text, in its order: one before each piece, and one at the end.
 * @param text as it is, of the same length as the one that the pieces were read from
 */
export function layOut(pieces: readonly Piece[], text: string, options: FormatOptions): readonly Gap[] {
  return new Layout(pieces, text, options).run();
}

class Layout {
  private readonly pieces: readonly Piece[];
  private readonly text: string;
  private readonly options: FormatOptions;
  private readonly shapes: ListShapes;
  private readonly paddings: ReadonlyMap<number, number>;
  private readonly lists: OpenList[] = [];
  private readonly targets: string[] = [];
  private readonly comments: PlacedComment[] = [];
  private column = 0;
  private line = 0;

  constructor(pieces: readonly Piece[], text: string, options: FormatOptions) {
    this.pieces = pieces;
    this.text = text;
    this.options = options;
    this.shapes = shapeLists(pieces);
    this.paddings = options.alignment ? findPaddings(pieces) : new Map<number, number>();
  }

  run(): readonly Gap[] {
    for (const [index, piece] of this.pieces.entries()) this.place(piece, index);
    this.targets.push(this.findEnd());
    const targets = alignComments(this.targets, this.comments);
    return targets.map((target, index) => ({ range: this.rangeOf(index), target, statement: this.statementOf(index) }));
  }

  private place(piece: Piece, index: number): void {
    const target = this.findGap(this.pieces[index - 1], piece, index);
    this.targets.push(target);
    const lineEnd = target.lastIndexOf('\n');
    this.column = lineEnd < 0 ? this.column + target.length : widthOf(target.slice(lineEnd + 1), this.options.indent);
    this.line += countBreaks(target, textRange(0, target.length)).count;
    if (piece.kind === 'comment') this.comments.push(this.placeComment(piece, index, lineEnd < 0));
    if (piece.kind === 'close') this.lists.pop();
    this.column += piece.range.end - piece.range.start;
    if (piece.kind === 'open') this.openList(piece, index);
  }

  private placeComment({ range }: Piece, gap: number, isTrailing: boolean): PlacedComment {
    const lineStart = this.text.lastIndexOf('\n', range.start - 1) + 1;
    const sourceColumn = widthOf(this.text.slice(lineStart, range.start), this.options.indent);
    const isOutside = this.lists.length === 0;
    return { gap, isTrailing, isOutside, sourceColumn, line: this.line, column: this.column };
  }

  private openList(piece: Piece, index: number): void {
    const shape = this.shapes.lists.get(index);
    const parent = this.lists.at(-1);
    const mode = shape === undefined ? 'kept' : this.findMode(piece, shape, parent);
    const outerIndent = parent?.indent ?? '';
    const isBroken = mode === 'broken' || (mode === 'kept' && shape?.closesOnOwnLine === true);
    const first = this.pieces[index + 1];
    this.lists.push({
      mode,
      outerIndent,
      indent: this.findIndent(outerIndent, mode === 'kept' && first?.kind !== 'comment' && first?.before.count === 0),
      hasTrailingComma: isBroken && this.options.trailingComma === 'multiline',
    });
  }

  private findMode({ keepsLines }: Piece, shape: ListShape, parent: OpenList | undefined): ListMode {
    const { lists, printWidth } = this.options;
    if (shape.isEmpty || parent?.mode === 'flat') return 'flat';
    if (keepsLines || lists === 'preserve') return 'kept';
    if (shape.spansLines || (lists === 'one-per-line' && parent === undefined)) return 'broken';
    // The bracket stands already, and a list in a list has a comma behind it.
    const end = this.column - 1 + shape.flatLength + (parent === undefined ? 0 : 1);
    return end > printWidth ? 'broken' : 'flat';
  }

  /** @param isHanging items stand below the first one, which is behind the bracket */
  private findIndent(outer: string, isHanging: boolean): string {
    const { indent } = this.options;
    if (isHanging && this.column < DEEPEST_INDENT) return ' '.repeat(this.column + 1);
    return widthOf(outer, indent) + indent.size > DEEPEST_INDENT ? outer : outer + indentOf(indent, 1);
  }

  private findGap(previous: Piece | undefined, piece: Piece, index: number): string {
    if (previous?.kind === 'frozen' || piece.kind === 'frozen') return this.findFrozenGap(previous, piece, index);
    if (previous === undefined) return '';
    if (previous.kind === 'name') return ' '.repeat(1 + (this.paddings.get(index) ?? 0));
    if (previous.kind === 'operator') return ' ';
    const list = this.lists.at(-1);
    return list === undefined ? this.findGapOutside(previous, piece) : this.findGapInside(list, previous, piece, index);
  }

  private findGapOutside(previous: Piece, piece: Piece): string {
    const { count } = piece.before;
    if (count === 0 && piece.kind === 'comment') return ' ';
    if (count === 0 && previous.keepsLines && piece.keepsLines) return '; ';
    return this.breaks(piece.before, MOST_BREAKS);
  }

  private findGapInside(list: OpenList, previous: Piece, piece: Piece, index: number): string {
    const comma = this.needsComma(list, previous, index) ? ',' : '';
    const isBroken = piece.before.count > 0 || (list.mode === 'broken' && piece.kind !== 'comment');
    if (previous.kind === 'open' && piece.kind === 'close') return '';
    if (list.mode === 'flat' || !isBroken) return `${comma} `;
    const isAtEdge = previous.kind === 'open' || piece.kind === 'close';
    return comma + this.breaks(piece.before, isAtEdge ? 1 : MOST_BREAKS) + (piece.kind === 'close' ? list.outerIndent : list.indent);
  }

  private needsComma({ hasTrailingComma }: OpenList, { kind }: Piece, index: number): boolean {
    const isItem = kind === 'atom' || kind === 'close';
    return isItem && (hasTrailingComma || this.shapes.followed.has(index - 1));
  }

  private breaks({ run }: Breaks, most: number): string {
    return this.options.lineEnd.repeat(Math.max(1, Math.min(run, most)));
  }

  /** What is frozen keeps all that is on its lines. */
  private findFrozenGap(previous: Piece | undefined, piece: Piece, index: number): string {
    const source = this.sourceOf(index);
    const tail = piece.kind === 'frozen' ? source.slice(source.lastIndexOf('\n') + 1) : '';
    if (previous === undefined) return tail;
    if (piece.before.count === 0) return source;
    return this.headOf(previous, source) + this.breaks(piece.before, MOST_BREAKS) + tail;
  }

  /** What stands on the line of a frozen piece behind it. */
  private headOf({ kind }: Piece, source: string): string {
    return kind === 'frozen' ? source.slice(0, source.indexOf('\n')).replace(/\r$/, '') : '';
  }

  private findEnd(): string {
    const last = this.pieces.at(-1);
    if (last === undefined) return '';
    const source = this.sourceOf(this.pieces.length);
    const hasBreak = source.includes('\n');
    // Behind the last bad character of a file xl would refuse it for a line end.
    if (last.kind === 'frozen') return hasBreak ? this.headOf(last, source) + this.options.lineEnd : source;
    return hasBreak || this.options.finalNewline || last.kind === 'comment' ? this.options.lineEnd : '';
  }

  private sourceOf(index: number): string {
    const { start, end } = this.rangeOf(index);
    return this.text.slice(start, end);
  }

  /** The gap before a piece. */
  private rangeOf(index: number): TextRange {
    return textRange(this.pieces[index - 1]?.range.end ?? 0, this.pieces[index]?.range.start ?? this.text.length);
  }

  private statementOf(index: number): number | undefined {
    const statement = this.pieces[index]?.statement;
    return statement === this.pieces[index - 1]?.statement ? statement : undefined;
  }
}
