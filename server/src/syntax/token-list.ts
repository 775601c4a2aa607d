/** The tokens of a text, packed: a config of ten thousand lines has a hundred thousand of them. */
import { textRange } from '../text/text-range';
import { type Token, TOKEN_KINDS, type TokenKind } from './token';

/** How many tokens there is room for at first, by the length of the text. */
const MEAN_LENGTH = 4;

/** Each token begins where the one before ends, and `Token` objects are made when somebody asks for one. */
export class TokenList implements Iterable<Token> {
  private codes: Uint8Array;
  private starts: Uint32Array;
  private count = 0;
  private end = 0;

  /** @param textLength of the text whose tokens are to be added */
  constructor(textLength: number) {
    const room = Math.ceil(textLength / MEAN_LENGTH) + 2;
    this.codes = new Uint8Array(room);
    this.starts = new Uint32Array(room);
  }

  /**
   * The first tokens of a list, to which those of another text can be added that begins with the same characters.
   * @param count of the tokens
   * @param textLength of the other text
   */
  static beginningOf(list: TokenList, count: number, textLength: number): TokenList {
    const beginning = new TokenList(Math.max(textLength, count * MEAN_LENGTH));
    beginning.codes.set(list.codes.subarray(0, count));
    beginning.starts.set(list.starts.subarray(0, count));
    beginning.count = count;
    beginning.end = list.endAt(count - 1);
    return beginning;
  }

  /**
   * Adds the next token.
   * @param code the index of its kind in `TOKEN_KINDS`, plus `UNTERMINATED`
   */
  add(code: number, end: number): void {
    if (this.count === this.codes.length) this.grow();
    this.codes[this.count] = code;
    this.starts[this.count] = this.end;
    this.count += 1;
    this.end = end;
  }

  get length(): number {
    return this.count;
  }

  /** The kind of a token; behind the last one everything is the end. */
  kindAt(index: number): TokenKind {
    return TOKEN_KINDS[(this.codes[index] ?? 0) & KIND] ?? 'end';
  }

  startAt(index: number): number {
    return index < this.count ? (this.starts[index] ?? this.end) : this.end;
  }

  endAt(index: number): number {
    return this.startAt(index + 1);
  }

  /** A string whose closing quote is not on its line. */
  isUnterminatedAt(index: number): boolean {
    return ((this.codes[index] ?? 0) & UNTERMINATED) !== 0;
  }

  /** A token as an object; undefined where there is none. */
  at(index: number): Token | undefined {
    if (index < 0 || index >= this.count) return undefined;
    const range = textRange(this.startAt(index), this.endAt(index));
    const kind = this.kindAt(index);
    return this.isUnterminatedAt(index) ? { kind, range, isUnterminated: true } : { kind, range };
  }

  /** The token in which an offset lies; that of the end for all that is behind it. */
  indexAt(offset: number): number {
    let [low, high] = [0, this.count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.endAt(middle) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  *[Symbol.iterator](): Generator<Token> {
    for (let index = 0; index < this.count; index++) {
      const token = this.at(index);
      if (token !== undefined) yield token;
    }
  }

  private grow(): void {
    const [codes, starts] = [this.codes, this.starts];
    this.codes = new Uint8Array(2 * codes.length);
    this.codes.set(codes);
    this.starts = new Uint32Array(2 * starts.length);
    this.starts.set(starts);
  }
}

const KIND = 0x7f;
/** Added to the code of a string whose closing quote is not on its line. */
export const UNTERMINATED = 0x80;
