/** Walks over the tokens that xl's parser sees, counts lines, and keeps the problems in the order in which xl meets them. */
import { textRange } from '../text/text-range';
import { unescapeString, type UnescapedString } from './string-literal';
import { plainProblem, type ProblemClass, type SyntaxProblem } from './syntax-problem';
import { isTrivia, type Token, type TokenKind } from './token';
import type { TokenList } from './token-list';

const END_LINE_SHIFT = 1;

/** A place that a cursor can begin at, and what it would have met before. */
export interface CursorPlace {
  /** Of the token. */
  readonly index: number;
  /** One-based. */
  readonly line: number;
  /** None is of a later line. */
  readonly problems: readonly SyntaxProblem[];
}

/** Of any text. */
export const BEGINNING: CursorPlace = { index: 0, line: 1, problems: [] };

export class TokenCursor {
  readonly problems: SyntaxProblem[];
  /** How many places were met that xl's parser does not take, also in lines that have a problem already. */
  mistakes = 0;
  readonly text: string;
  private readonly tokens: TokenList;
  private index = -1;
  /** The one-based line of the current token. */
  private line: number;
  private previousLine: number;
  private previousEnd = 0;
  private isBehindNewline = true;
  private lastProblemLine = 0;
  private token: Token | undefined;
  private unescaped: UnescapedString | undefined;

  /** @param place the beginning of the text, or else a line end */
  constructor(text: string, tokens: TokenList, { index, line, problems }: CursorPlace) {
    this.text = text;
    this.tokens = tokens;
    this.problems = [...problems];
    this.line = line;
    this.previousLine = line;
    this.moveTo(index);
  }

  /** The token under the cursor, never a blank or a comment. */
  get current(): Token {
    this.token ??= this.tokens.at(this.index) ?? { kind: 'end', range: textRange(this.text.length, this.text.length) };
    return this.token;
  }

  /** The kind of the current token. */
  get kind(): TokenKind {
    return this.tokens.kindAt(this.index);
  }

  /** Says whether the current token is of one of the kinds. */
  at(kind: TokenKind, second?: TokenKind, third?: TokenKind): boolean {
    const current = this.kind;
    return current === kind || current === second || current === third;
  }

  get currentText(): string {
    return this.text.slice(this.tokens.startAt(this.index), this.tokens.endAt(this.index));
  }

  /** Where the token before the current one ends. */
  get endOfPrevious(): number {
    return this.previousEnd;
  }

  /** Says whether the current token follows the one before it without a blank between. */
  get isAdjacent(): boolean {
    return this.tokens.startAt(this.index) === this.previousEnd && !this.isFirstOnLine;
  }

  /** Says whether the current token is the first of its line that is not a blank. */
  get isFirstOnLine(): boolean {
    return this.isBehindNewline;
  }

  /** The string under the cursor, unescaped. */
  get currentString(): UnescapedString {
    const { range, isUnterminated } = this.current;
    this.unescaped ??= unescapeString(this.text, textRange(range.start + 1, isUnterminated ? range.end : range.end - 1));
    return this.unescaped;
  }

  /** The next token that is not trivia, looked at without moving; `skipNewlines` looks past line ends too. */
  peek(skipNewlines = false): Token | undefined {
    for (let i = this.index + 1; i < this.tokens.length; i++) {
      const kind = this.tokens.kindAt(i);
      if (!isTrivia(kind) && !(skipNewlines && kind === 'newline')) return this.tokens.at(i);
    }
    return undefined;
  }

  /** Moves to the next token that xl's parser sees. */
  advance(): void {
    this.previousLine = this.line;
    this.previousEnd = this.tokens.endAt(this.index);
    this.isBehindNewline = this.kind === 'newline';
    if (this.isBehindNewline) this.line += 1;
    this.moveTo(this.index + 1);
  }

  /** Notes the problem that `classify` names, which looks at the line only when there is something to note. */
  reportClassified(classify: () => ProblemClass): void {
    if (this.problemLine > this.lastProblemLine) this.report(classify());
    else this.mistakes += 1;
  }

  /** Notes a problem, unless the line of the current token has one already: what follows a mistake is rarely another one. */
  report(problem: ProblemClass): void {
    this.mistakes += 1;
    this.note(problem);
  }

  private note(problem: ProblemClass): void {
    const line = this.problemLine;
    if (line <= this.lastProblemLine) return;
    this.lastProblemLine = line;
    const reportedLine = this.kind === 'newline' ? line - END_LINE_SHIFT : line;
    this.problems.push({ ...problem, line, reportedLine });
  }

  private get problemLine(): number {
    return this.kind === 'end' ? this.previousLine : this.line;
  }

  private moveTo(start: number): void {
    this.token = undefined;
    this.unescaped = undefined;
    this.index = start;
    for (; this.index < this.tokens.length; this.index++) {
      const kind = this.tokens.kindAt(this.index);
      if (kind === 'comment') this.checkComment();
      if (!isTrivia(kind) && !this.isLoneLastCharacter(kind)) break;
    }
    if (this.kind === 'string') this.checkString();
  }

  /** The scanner needs one character more before it complains, so a single bad one at the very end passes. */
  private isLoneLastCharacter(kind: TokenKind): boolean {
    if (kind !== 'bad' && !this.tokens.isUnterminatedAt(this.index)) return false;
    const [start, end] = [this.tokens.startAt(this.index), this.tokens.endAt(this.index)];
    return end === this.text.length && end - start === 1 && this.text.charCodeAt(start) < 0x80;
  }

  private checkComment(): void {
    const [start, end] = [this.tokens.startAt(this.index), this.tokens.endAt(this.index)];
    if (end === this.text.length && end - start > 1) this.note(plainProblem('comment-without-newline', textRange(start, end)));
  }

  private checkString(): void {
    for (const problem of this.currentString.problems) {
      const { code, range } = problem;
      const data = { escape: this.text.slice(range.start, range.end) };
      if (code !== 'escape-dropped') {
        this.lastProblemLine = this.line;
        this.mistakes += 1;
      }
      this.problems.push({ code, message: 'default', range, data, line: this.line, reportedLine: this.line });
    }
    const { range, isUnterminated } = this.current;
    if (isUnterminated !== true) return;
    const data = { quote: this.text.charAt(range.start) };
    this.report({ code: 'unterminated-string', message: 'default', range, data });
  }
}
