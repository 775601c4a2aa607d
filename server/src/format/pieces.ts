/** What the layout is about: the pieces of a text, which stay as they are, and the gaps between them. */
import type { Suppression } from '../syntax/directives';
import { ignoresFormat } from '../syntax/directives';
import type { Statement, SyntaxTree } from '../syntax/nodes';
import type { TokenKind } from '../syntax/token';
import { firstIndex } from '../text/binary-search';
import { findLineEnd } from '../text/line-index';
import { type TextRange, textRange } from '../text/text-range';

/** `frozen`: whole lines that are left as they are; `atom`: a string or a number. */
export type PieceKind = 'frozen' | 'name' | 'operator' | 'atom' | 'open' | 'close' | 'comment';

export interface Piece {
  readonly kind: PieceKind;
  /** Without the blanks at the end of a comment. */
  readonly range: TextRange;
  /** The index of the statement that it is a part of; undefined for comments between statements. */
  readonly statement: number | undefined;
  /** Comments say something of single lines of the statement, so that it may neither be broken nor joined. */
  readonly keepsLines: boolean;
  /** What stands before it. */
  readonly before: Breaks;
}

/** The line ends in a gap. */
export interface Breaks {
  readonly count: number;
  /** Most that follow each other, with nothing but blanks between. */
  readonly run: number;
}

const KINDS: Readonly<Partial<Record<TokenKind, PieceKind>>> = {
  name: 'name',
  equals: 'operator',
  'plus-equals': 'operator',
  string: 'atom',
  number: 'atom',
  'open-bracket': 'open',
  'close-bracket': 'close',
};

/** The pieces of a text, in its order. Commas and semicolons belong to the gaps. */
export function readPieces(tree: SyntaxTree, suppressions: readonly Suppression[]): readonly Piece[] {
  return new PieceReader(tree, suppressions).read();
}

/** The line ends of a stretch without strings and comments. */
export function countBreaks(text: string, { start, end }: TextRange): Breaks {
  let [count, run, longest] = [0, 0, 0];
  for (let offset = start; offset < end; offset++) {
    const character = text.charAt(offset);
    if (character === '\n') {
      count += 1;
      run += 1;
      longest = Math.max(longest, run);
    } else if (!isBlank(character)) run = 0;
  }
  return { count, run: longest };
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\r';
}

class PieceReader {
  private readonly pieces: Piece[] = [];
  private readonly tree: SyntaxTree;
  /** The lines that comments speak of. */
  private readonly judgedLines: readonly TextRange[];
  /** Of the token. */
  private index = 0;
  /** Of the statement that is, or comes next. */
  private statement = 0;
  private end = 0;
  private isNextIgnored = false;

  constructor(tree: SyntaxTree, suppressions: readonly Suppression[]) {
    this.tree = tree;
    this.judgedLines = suppressions
      .flatMap(({ lineStart }) => (lineStart === undefined ? [] : [textRange(lineStart, findLineEnd(tree.text, lineStart))]))
      .sort((a, b) => a.start - b.start);
  }

  read(): readonly Piece[] {
    const { tokens } = this.tree;
    while (this.index < tokens.length) {
      const kind = tokens.kindAt(this.index);
      if (kind === 'comment') this.addComment(undefined);
      else if (kind === 'blank' || kind === 'newline' || kind === 'semicolon' || kind === 'end') this.index += 1;
      else this.addStatement();
    }
    return this.pieces;
  }

  private addStatement(): void {
    const { tokens, statements } = this.tree;
    const start = tokens.startAt(this.index);
    while ((statements[this.statement]?.range.end ?? Infinity) <= start) this.statement += 1;
    const statement = statements[this.statement];
    const isOverlooked = statement === undefined || start < statement.range.start;
    if (isOverlooked || statement.isBroken || this.isNextIgnored) this.freeze(start, isOverlooked ? start : statement.range.end);
    else this.addParts(statement);
  }

  /** Leaves all lines of a statement as they are. */
  private freeze(start: number, statementEnd: number): void {
    const { tokens } = this.tree;
    this.isNextIgnored = false;
    let end = start;
    for (; this.index < tokens.length; this.index++) {
      const kind = tokens.kindAt(this.index);
      if (kind === 'end' || (kind === 'newline' && tokens.startAt(this.index) >= statementEnd)) break;
      if (kind !== 'blank' && kind !== 'newline') end = kind === 'comment' ? this.endOfComment() : tokens.endAt(this.index);
    }
    this.add('frozen', textRange(start, end), this.statement, false);
  }

  private addParts(statement: Statement): void {
    const { tokens } = this.tree;
    const keepsLines = this.isJudgedByLine(statement.range);
    for (; tokens.startAt(this.index) < statement.range.end; this.index++) {
      const token = tokens.kindAt(this.index);
      const kind = KINDS[token];
      if (token === 'comment') {
        this.addComment(this.statement, keepsLines);
        this.index -= 1;
      } else if (kind !== undefined) {
        this.add(kind, textRange(tokens.startAt(this.index), tokens.endAt(this.index)), this.statement, keepsLines);
      }
    }
  }

  private isJudgedByLine({ start, end }: TextRange): boolean {
    const line = this.judgedLines[firstIndex(this.judgedLines, (each) => each.end >= start)];
    return line !== undefined && line.start <= end;
  }

  private addComment(statement: number | undefined, keepsLines = false): void {
    const range = textRange(this.tree.tokens.startAt(this.index), this.endOfComment());
    this.add('comment', range, statement, keepsLines);
    const isOnOwnLine = this.pieces.length === 1 || (this.pieces.at(-1)?.before.count ?? 0) > 0;
    if (statement === undefined && isOnOwnLine && ignoresFormat(this.tree.text.slice(range.start, range.end))) this.isNextIgnored = true;
    this.index += 1;
  }

  private endOfComment(): number {
    const { text, tokens } = this.tree;
    let end = tokens.endAt(this.index);
    while (isBlank(text.charAt(end - 1))) end -= 1;
    return end;
  }

  private add(kind: PieceKind, range: TextRange, statement: number | undefined, keepsLines: boolean): void {
    const before = countBreaks(this.tree.text, textRange(this.end, range.start));
    this.pieces.push({ kind, range, statement, keepsLines, before });
    this.end = range.end;
  }
}
