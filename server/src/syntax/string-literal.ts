/** Reads a quoted string the way xl does (libxlu_cfg.c, xlu__cfgl_dequote), escapes and their oddities included. */
import { StringOrigin } from '../text/string-origin';
import { type TextRange, textRange } from '../text/text-range';

/** An escape that xl refuses or loses. */
export interface EscapeProblem {
  readonly code: 'unknown-escape' | 'hex-escape' | 'octal-escape' | 'escape-dropped' | 'nul-byte';
  readonly range: TextRange;
}

export interface UnescapedString {
  readonly value: string;
  readonly origin: StringOrigin;
  readonly problems: readonly EscapeProblem[];
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '\\': '\\',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** What strtoul takes in base 10: blanks, a sign, digits. */
const DECIMAL = /^[ \t\v\f\r]*[+-]?[0-9]+/;
/** xl copies at most this many characters after the first octal digit before it converts them. */
const OCTAL_WINDOW = 3;

/**
 * Unescapes the text between the quotes of a literal.
 * @param text the document
 * @param inner the range between the quotes
 * @returns the value as xl stores it, its origin, and the escapes that xl refuses or drops
 */
export function unescapeString(text: string, inner: TextRange): UnescapedString {
  const source = text.slice(inner.start, inner.end);
  if (!source.includes('\\') && !source.includes('\0')) {
    return { value: source, origin: StringOrigin.plain(inner.start, source.length), problems: [] };
  }
  const problems: EscapeProblem[] = [];
  const offsets: number[] = [];
  let value = '';
  let position = inner.start;
  while (position < inner.end) {
    const character = text.charAt(position);
    if (character === '\0') problems.push({ code: 'nul-byte', range: textRange(position, position + 1) });
    if (character !== '\\' || position + 1 >= inner.end) {
      offsets.push(position);
      value += character;
      position += 1;
      continue;
    }
    const escape = readEscape(text, position, inner.end);
    if (escape.problem !== undefined) problems.push({ code: escape.problem, range: textRange(position, escape.end) });
    if (escape.character !== '') offsets.push(position);
    value += escape.character;
    position = escape.end;
  }
  offsets.push(inner.end);
  return { value, origin: StringOrigin.mapped(inner.start, offsets), problems };
}

interface Escape {
  readonly character: string;
  readonly end: number;
  readonly problem?: EscapeProblem['code'];
}

function readEscape(text: string, backslash: number, limit: number): Escape {
  const selector = text.charAt(backslash + 1);
  const simple = SIMPLE_ESCAPES[selector];
  if (simple !== undefined) return { character: simple, end: backslash + 2 };
  // The hexadecimal branch skips a digit and then asks for more digits than it looks at, so it never succeeds.
  if (selector === 'x') return { character: '', end: endOfHexDigits(text, backslash + 2, limit), problem: 'hex-escape' };
  if (selector >= '0' && selector <= '7') return readOctalEscape(text, backslash, limit);
  return { character: '', end: backslash + 2, problem: 'unknown-escape' };
}

/** The digits are converted in base 10, and the number that comes out is thrown away. */
function readOctalEscape(text: string, backslash: number, limit: number): Escape {
  const digitsStart = backslash + 2;
  const window = text.slice(digitsStart, Math.min(digitsStart + OCTAL_WINDOW, limit));
  const length = DECIMAL.exec(window)?.[0].length ?? 0;
  const end = digitsStart + length;
  return { character: '', end, problem: length < 2 ? 'octal-escape' : 'escape-dropped' };
}

function endOfHexDigits(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && end < start + 2 && /[0-9a-fA-F]/.test(text.charAt(end))) end += 1;
  return end;
}

const ESCAPED: ReadonlyMap<string, string> = new Map(
  Object.entries(SIMPLE_ESCAPES).flatMap(([letter, character]) => (letter === "'" || letter === '"' ? [] : [[character, `\\${letter}`]])),
);

/** Writes a text as a literal of which xl stores exactly this text; undefined where there is none, because of a NUL byte. */
export function writeString(value: string, quote: '"' | "'"): string | undefined {
  if (value.includes('\0')) return undefined;
  const inner = Array.from(value, (character) => (character === quote ? `\\${quote}` : (ESCAPED.get(character) ?? character)));
  return quote + inner.join('') + quote;
}

/** The quotation mark that a literal begins with. */
export function quoteOf(text: string, { start }: TextRange): '"' | "'" {
  return text.charAt(start) === "'" ? "'" : '"';
}
