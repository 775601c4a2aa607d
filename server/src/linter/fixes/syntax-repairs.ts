/** How mistakes of the grammar are repaired. */
import { type Message, message } from '../../text/message';
import { quote } from '../../schema/value-types/mismatch';
import type { SyntaxProblemCode, SyntaxProblemOf } from '../../syntax/syntax-problem';
import { findLineEnd, findLineStart } from '../../text/line-index';
import type { Fix, FixSafety } from '../../text/problem';
import { type TextRange, textRange } from '../../text/text-range';

/** Repairs a problem of one code. */
type Repair<Code extends SyntaxProblemCode> = (problem: SyntaxProblemOf<Code>, text: string) => readonly Fix[];

type Place = Pick<SyntaxProblemOf<SyntaxProblemCode>, 'range'>;

export const SYNTAX_REPAIRS: { readonly [Code in SyntaxProblemCode]?: Repair<Code> } = {
  'byte-order-mark': ({ range }) => change(message('Remove the byte-order mark'), 'safe', range, ''),
  'carriage-return': (_, text) => [convertLineEnds(text)],
  'comment-without-newline': ({ range }) => change(message('Add a newline at the end of the file'), 'safe', endOf(range), '\n'),
  'empty-list-item': ({ range }) => change(message('Remove the comma'), 'safe', range, ''),
  'hex-escape': ({ range, data }) => writeCharacter(range, Number.parseInt(data.escape.slice(2), 16)),
  'invalid-name': ({ range, data }) => {
    const name = data.name.toLowerCase().replace(/-/g, '_');
    return write(range, name.replace(/^[_.]+/, ''));
  },
  'invalid-number': ({ range, data, message }) =>
    message === 'size' ? write(range, data.number) : write(range, suggestNumber(data.text), message === 'unit' ? 'review' : 'safe'),
  'line-continuation': ({ range }, text) => {
    const isLast = text.slice(range.start + 1, findLineEnd(text, range.start)).trim() === '';
    return isLast ? change(message('Remove the backslash'), 'safe', range, '') : [];
  },
  'missing-list-comma': ({ range }) => change(message('Add the comma'), 'review', endOf(range), ','),
  'missing-statement-separator': ({ range }) => change(message('Move it to a line of its own'), 'safe', startOf(range), '\n'),
  'octal-escape': doubleBackslash,
  'pasted-shell-text': ({ range }, text) => {
    const line = textRange(findLineStart(text, range.start), Math.min(findLineEnd(text, range.start) + 1, text.length));
    return change(message('Remove the line'), 'review', line, '');
  },
  'semicolon-in-list': ({ range }) => change(message('Write a comma'), 'safe', range, ','),
  'typographic-quotes': ({ range }, text) => {
    const inner = text.slice(range.start, range.end).replace(/^[\u2018-\u201f\u00ab\u00bb]|[\u2018-\u201f\u00ab\u00bb]$/g, '');
    return change(message('Write straight quotation marks'), 'safe', range, quote(inner));
  },
  'unknown-escape': doubleBackslash,
  'unquoted-value': ({ range, data, message }) => write(range, message === 'boolean' ? numberOf(data.text) : quote(data.text)),
  'unterminated-string': ({ range, data }, text) => {
    const end = range.start + text.slice(range.start, range.end).trimEnd().length;
    return change(message('Add the closing quote'), 'review', textRange(end, end), data.quote);
  },
  'value-on-next-line': joinLines,
};

function change(title: Message, safety: FixSafety, range: TextRange, newText: string): readonly Fix[] {
  return [{ title, safety, edits: [{ range, newText }] }];
}

/** Puts a text in place of what stands there, where there is one to propose. */
function write(range: TextRange, newText: string | undefined, safety: FixSafety = 'review'): readonly Fix[] {
  return newText === undefined || newText === '' ? [] : change(message('Write `{newText}`', { newText }), safety, range, newText);
}

function startOf({ start }: TextRange): TextRange {
  return textRange(start, start);
}

function endOf({ end }: TextRange): TextRange {
  return textRange(end, end);
}

function convertLineEnds(text: string): Fix {
  const edits = [...text.matchAll(/\r(?=\n|$)/g)].map(({ index }) => ({ range: textRange(index, index + 1), newText: '' }));
  return { title: message('Use Unix line ends in the whole file'), safety: 'safe', edits };
}

function writeCharacter(range: TextRange, code: number): readonly Fix[] {
  const isPrintable = code >= 0x20 && code < 0x7f && code !== 0x5c && code !== 0x22 && code !== 0x27;
  return isPrintable ? write(range, String.fromCharCode(code)) : [];
}

function suggestNumber(word: string): string | undefined {
  if (/^-\d+$/.test(word)) return `"${word}"`;
  return /^0[xX][0-9a-fA-F]+$/.test(word) ? word.toLowerCase() : undefined;
}

function numberOf(word: string): string {
  return /^(?:true|yes|on)$/i.test(word) ? '1' : '0';
}

/** Doubles the backslash at the start of an escape, so that the string keeps it. */
function doubleBackslash({ range }: Place): readonly Fix[] {
  return change(message('Double the backslash'), 'review', startOf(range), '\\');
}

function joinLines({ range }: Place, text: string): readonly Fix[] {
  const gap = /^\s*/.exec(text.slice(range.end))?.[0].length ?? 0;
  const hasComment = text.slice(range.end, findLineEnd(text, range.end)).trim() !== '';
  return hasComment ? [] : change(message('Move the value up'), 'safe', textRange(range.end, range.end + gap), ' ');
}
