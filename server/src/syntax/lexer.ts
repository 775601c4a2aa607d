/**
 * Splits a configuration text into tokens, exactly where xl's scanner does
 * (libxlu_cfg_l.l), as long as the text is right. Behind the first character
 * that xl refuses the split is chosen for people instead: an unterminated
 * string reaches to the end of its line, and a bad character swallows only
 * what belongs to it.
 */
import { textRange } from '../text/text-range';
import type { Token, TokenKind } from './token';

const NEWLINE = 10;
const HASH = 35;
const BACKSLASH = 92;

const PUNCTUATION: Readonly<Record<string, TokenKind>> = {
  '[': 'open-bracket',
  ']': 'close-bracket',
  ',': 'comma',
  '=': 'equals',
  ';': 'semicolon',
  '\n': 'newline',
};

const NAME = /[a-z][._0-9a-z]*/y;
const NUMBER = /[0-9][0-9a-fx]*/y;
const BLANK = /[ \t]+/y;
/** A word in typographic quotes, as word processors and web pages write them. */
const TYPOGRAPHIC = /[\u2018-\u201f\u00ab\u00bb][^\n\r\u2018-\u201f\u00ab\u00bb]*[\u2018-\u201f\u00ab\u00bb]?/y;
/** A character that never belongs to the word after it: byte-order mark, carriage return. */
const LONE = /[\ufeff\r]/y;
/** A bad character and what follows it up to the next character that can stand on its own. */
const BAD = /[^][^ \t\n\r[\],=;'"#\u2018-\u201f\u00ab\u00bb]*/y;

/** Splits `text` into tokens; the last one is the empty `end` token. Linear in the length of the text. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    const token = readToken(text, position);
    tokens.push(token);
    position = token.range.end;
  }
  tokens.push({ kind: 'end', range: textRange(position, position) });
  return tokens;
}

function readToken(text: string, start: number): Token {
  const character = text.charAt(start);
  const punctuation = PUNCTUATION[character];
  if (punctuation !== undefined) return { kind: punctuation, range: textRange(start, start + 1) };
  if (character === '+' && text.charAt(start + 1) === '=') return { kind: 'plus-equals', range: textRange(start, start + 2) };
  if (character === "'" || character === '"') return readString(text, start);
  if (text.charCodeAt(start) === HASH) return { kind: 'comment', range: textRange(start, findEndOfLine(text, start)) };
  return (
    readPattern(text, start, BLANK, 'blank') ??
    readPattern(text, start, NAME, 'name') ??
    readPattern(text, start, NUMBER, 'number') ??
    readBad(text, start)
  );
}

function readBad(text: string, start: number): Token {
  return (
    readPattern(text, start, TYPOGRAPHIC, 'bad') ??
    readPattern(text, start, LONE, 'bad') ??
    readPattern(text, start, BAD, 'bad') ?? { kind: 'bad', range: textRange(start, start + 1) }
  );
}

function readPattern(text: string, start: number, pattern: RegExp, kind: TokenKind): Token | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? { kind, range: textRange(start, pattern.lastIndex) } : undefined;
}

function readString(text: string, start: number): Token {
  const quote = text.charCodeAt(start);
  let position = start + 1;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (code === quote) return { kind: 'string', range: textRange(start, position + 1) };
    if (code === NEWLINE) break;
    // A backslash takes the next character along, but never a newline: there is no line continuation.
    const isEscape = code === BACKSLASH && position + 1 < text.length && text.charCodeAt(position + 1) !== NEWLINE;
    position += isEscape ? 2 : 1;
  }
  return { kind: 'string', range: textRange(start, trimCarriageReturn(text, start, position)), isUnterminated: true };
}

/** A carriage return before the line end is left to its own token, so that one fix can remove them all. */
function trimCarriageReturn(text: string, start: number, end: number): number {
  return end > start + 1 && text.charAt(end - 1) === '\r' ? end - 1 : end;
}

function findEndOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}
