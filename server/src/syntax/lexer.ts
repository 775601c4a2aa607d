/**
 * Splits a configuration text into tokens, exactly where xl's scanner does
 * (libxlu_cfg_l.l), as long as the text is right. Behind the first character
 * that xl refuses the split is chosen for people instead: an unterminated
 * string reaches to the end of its line, and a bad character swallows only
 * what belongs to it.
 */
import { TOKEN_KINDS, type TokenKind } from './token';
import { TokenList, UNTERMINATED } from './token-list';

const NEWLINE = 10;
const PLUS = 43;
const EQUALS = 61;
const BACKSLASH = 92;
const CARRIAGE_RETURN = 13;

/** What a character alone tells. */
const SIGNS: Readonly<Record<string, TokenKind>> = {
  '[': 'open-bracket',
  ']': 'close-bracket',
  ',': 'comma',
  '=': 'equals',
  ';': 'semicolon',
  '\n': 'newline',
  '#': 'comment',
};

/** A word in typographic quotes, as word processors and web pages write them. */
const TYPOGRAPHIC = /[\u2018-\u201f\u00ab\u00bb][^\n\r\u2018-\u201f\u00ab\u00bb]*[\u2018-\u201f\u00ab\u00bb]?/y;
/** A character that never belongs to the word after it: byte-order mark, carriage return. */
const LONE = /[\ufeff\r]/y;
/** A bad character and what follows it up to the next character that can stand on its own. */
const BAD = /[^][^ \t\n\r[\],=;'"#\u2018-\u201f\u00ab\u00bb]*/y;

const CODES = new Map(TOKEN_KINDS.map((kind, code) => [kind, code]));
const codeOf = (kind: TokenKind): number => CODES.get(kind) ?? 0;

const [NAME, NUMBER, STRING, COMMENT, BLANK, BAD_CODE] = [
  codeOf('name'),
  codeOf('number'),
  codeOf('string'),
  codeOf('comment'),
  codeOf('blank'),
  codeOf('bad'),
];
const [PLUS_EQUALS, END] = [codeOf('plus-equals'), codeOf('end')];

/** Which characters can stand in a token of a kind behind its first one, as bits. */
const IN_NAME = 1;
const IN_NUMBER = 2;
const IN_BLANK = 4;
const ASCII = 128;
const CONTINUES = table((character) =>
  [/[._0-9a-z]/, /[0-9a-fx]/, /[ \t]/].reduce((bits, pattern, index) => bits | (pattern.test(character) ? 1 << index : 0), 0),
);

/** The kind of the token that an ASCII character begins, where it is always the same; that of a bad one elsewhere. */
const BEGINS = table((character) => {
  if (/[a-z]/.test(character)) return NAME;
  if (/[0-9]/.test(character)) return NUMBER;
  if (/[ \t]/.test(character)) return BLANK;
  if (/['"]/.test(character)) return STRING;
  return codeOf(SIGNS[character] ?? 'bad');
});

function table(valueOf: (character: string) => number): Uint8Array {
  return Uint8Array.from({ length: ASCII }, (_, code) => valueOf(String.fromCharCode(code)));
}

/**
 * Splits `text` into tokens; the last one is the empty `end` token. Linear in the length of the text.
 * @param tokens those that are known already, to which the others are added
 */
export function tokenize(text: string, tokens = new TokenList(text.length)): TokenList {
  let position = tokens.endAt(tokens.length - 1);
  while (position < text.length) position = readToken(text, position, tokens);
  tokens.add(END, position);
  return tokens;
}

/** Adds the token that begins at an offset, and gives its end. */
function readToken(text: string, start: number, tokens: TokenList): number {
  const first = text.charCodeAt(start);
  const code = first < ASCII ? (BEGINS[first] ?? BAD_CODE) : BAD_CODE;
  switch (code) {
    case NAME:
      return take(tokens, code, endOfRun(text, start, IN_NAME));
    case NUMBER:
      return take(tokens, code, endOfRun(text, start, IN_NUMBER));
    case BLANK:
      return take(tokens, code, endOfRun(text, start, IN_BLANK));
    case STRING:
      return readString(text, start, first, tokens);
    case COMMENT:
      return take(tokens, code, findEndOfLine(text, start));
    case BAD_CODE:
      if (first === PLUS && text.charCodeAt(start + 1) === EQUALS) return take(tokens, PLUS_EQUALS, start + 2);
      return take(tokens, code, endOfBad(text, start));
    default:
      return take(tokens, code, start + 1);
  }
}

function take(tokens: TokenList, code: number, end: number): number {
  tokens.add(code, end);
  return end;
}

function endOfRun(text: string, start: number, bit: number): number {
  let end = start + 1;
  while (((CONTINUES[text.charCodeAt(end)] ?? 0) & bit) !== 0) end += 1;
  return end;
}

function endOfBad(text: string, start: number): number {
  for (const pattern of [TYPOGRAPHIC, LONE, BAD]) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return start + 1;
}

function readString(text: string, start: number, quote: number, tokens: TokenList): number {
  let position = start + 1;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (code === quote) return take(tokens, STRING, position + 1);
    if (code === NEWLINE) break;
    // A backslash takes the next character along, but never a newline: there is no line continuation.
    const isEscape = code === BACKSLASH && position + 1 < text.length && text.charCodeAt(position + 1) !== NEWLINE;
    position += isEscape ? 2 : 1;
  }
  return take(tokens, STRING | UNTERMINATED, trimCarriageReturn(text, start, position));
}

/** A carriage return before the line end is left to its own token, so that one fix can remove them all. */
function trimCarriageReturn(text: string, start: number, end: number): number {
  return end > start + 1 && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
}

function findEndOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}
