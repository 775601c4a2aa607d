/** Names what a person did at a token that xl's grammar does not allow there. */
import { findLineEnd, findLineStart } from '../text/line-index';
import { type TextRange, textRange } from '../text/text-range';
import type { NameNode } from './nodes';
import { plainProblem, type ProblemClass } from './syntax-problem';
import type { TokenCursor } from './token-cursor';

/** Where in the grammar the unexpected token stands. */
export type ProblemPlace = 'statement' | 'after-name' | 'value' | 'after-value' | 'list';

const MERGE_CONFLICT = /^(?:<{7}|>{7}|={7}|\|{7})(?:\s|$)/;
/** A placeholder of a template language at the start of what is looked at. */
const PLACEHOLDER =
  /^(?:\{\{|\{%|\{#|<%|<\?|@\w[\w.-]*@|\$\{|\$\(|\$\w|%\(\w|%{1,2}[A-Za-z_]+%|<[A-Za-z][\w -]*>|\{[ \t]?[A-Za-z_][\w.]*[ \t]?\}|__[A-Z])/;
/** A word in capitals alone between brackets, which is not a list of anything. */
const BRACKETED_PLACEHOLDER = /^[A-Z][A-Z\d]*_[A-Z\d_]*[ \t]*\]/;
/** Lines can be as long as a text, so no two parts that repeat share a stretch of it. */
const SHELL_LINE =
  /^(?:\$\s+\S|%\s+\S|[\w.-]+@[\w.-][^=]*[#$]\s|[^=\s'":~/]*[:~/][^=\s'"]*[#$]\s+\S|\[[\w.-]+@[\w. -][^\]]*\][#$]|(?:sudo|cat|echo|vi|vim|nano|xl|xm|cp|mkdir|tee)\s+[^=\s]|EOF\s*$|set\s+-)|<<-?\s*['"]?\w+/;
const PYTHON_LINE =
  /^(?:import|from|def|if|elif|else|for|while|try|except|finally|print|return|class|with|raise|assert|global|pass)\b(?!\s*\+?=[^=])/;
const PYTHON_OPERATOR = /^(?:[+*%.()-]|\/\/|if\b|for\b|and\b|or\b|in\b)/;
const BOOLEAN_WORD = /^(?:true|false|yes|no|on|off)$/i;
const TYPOGRAPHIC_QUOTE = /^[\u2018-\u201f\u00ab\u00bb]/;

/** Says what is wrong at the current token of `cursor`; `name` is the word before it, where there is one. */
export function classifyProblem(cursor: TokenCursor, place: ProblemPlace, name?: NameNode): ProblemClass {
  const { text, current } = cursor;
  const rest = text.slice(current.range.start, findLineEnd(text, current.range.start));
  return (
    classifyForeignLine(cursor, place) ??
    classifyCharacter(current.range, rest) ??
    classifyByPlace(cursor, place, rest, name) ?? {
      code: current.kind === 'bad' ? 'bad-character' : 'unexpected-text',
      message: 'default',
      range: current.range,
      data: { text: cursor.currentText },
    }
  );
}

/** Lines that belong to another program altogether. */
function classifyForeignLine(cursor: TokenCursor, place: ProblemPlace): ProblemClass | undefined {
  const { text, current } = cursor;
  const lineStart = findLineStart(text, current.range.start);
  const lineEnd = findLineEnd(text, current.range.start);
  const line = text.slice(lineStart, lineEnd);
  const range = textRange(lineStart + (line.length - line.trimStart().length), lineStart + line.trimEnd().length);
  if (MERGE_CONFLICT.test(line)) return { code: 'merge-conflict-marker', message: 'default', range, data: { text: line.slice(0, 7) } };
  if (place !== 'statement' && place !== 'after-name') return undefined;
  const trimmed = line.trim();
  if (PLACEHOLDER.test(trimmed)) return { code: 'template-placeholder', message: 'default', range, data: { text: trimmed } };
  if (PYTHON_LINE.test(trimmed)) return { code: 'python-code', message: 'default', range, data: { kind: 'statement', text: trimmed } };
  if (SHELL_LINE.test(trimmed)) return { code: 'pasted-shell-text', message: 'default', range, data: { text: trimmed } };
  return undefined;
}

/** Characters that say by themselves what happened. */
function classifyCharacter(range: TextRange, rest: string): ProblemClass | undefined {
  const first = rest.charAt(0);
  if (first === '\ufeff') return plainProblem('byte-order-mark', range);
  if (first === '\r') return plainProblem('carriage-return', textRange(range.start, range.start + 1));
  if (first === '\0') return plainProblem('nul-byte', range);
  if (first === '\\') return plainProblem('line-continuation', range);
  if (TYPOGRAPHIC_QUOTE.test(first))
    return { code: 'typographic-quotes', message: 'default', range, data: { text: rest.slice(0, range.end - range.start) } };
  const [placeholder] = PLACEHOLDER.exec(rest) ?? [];
  if (placeholder === undefined) return undefined;
  const whole = textRange(range.start, Math.max(range.end, range.start + placeholder.length));
  return { code: 'template-placeholder', message: 'default', range: whole, data: { text: rest.trim() } };
}

function classifyByPlace(cursor: TokenCursor, place: ProblemPlace, rest: string, name: NameNode | undefined): ProblemClass | undefined {
  switch (place) {
    case 'statement':
      return classifyStatement(cursor, rest);
    case 'after-name':
      return name === undefined ? undefined : classifyAfterName(cursor, rest, name);
    case 'value':
      return classifyValue(cursor, rest);
    case 'after-value':
    case 'list':
      return classifyAfterValue(cursor, rest);
    default: {
      const unreachable: never = place;
      return unreachable;
    }
  }
}

/** A statement that begins with no name: often a name in a form that xl does not have. */
function classifyStatement(cursor: TokenCursor, rest: string): ProblemClass | undefined {
  const written = /^([A-Za-z_.-][\w.-]*)\s*\+?=/.exec(rest)?.[1];
  if (written === undefined) return undefined;
  const start = cursor.current.range.start;
  return { code: 'invalid-name', message: 'default', range: textRange(start, start + written.length), data: { name: written } };
}

function classifyAfterName(cursor: TokenCursor, rest: string, name: NameNode): ProblemClass {
  const tail = /^([\w.-]+)\s*\+?=/.exec(rest)?.[1];
  if (tail !== undefined && cursor.isAdjacent) {
    const range = textRange(name.range.start, cursor.current.range.start + tail.length);
    return { code: 'invalid-name', message: 'default', range, data: { name: name.text + tail } };
  }
  const message = rest.startsWith(':') ? 'colon' : 'default';
  return { code: 'missing-assignment', message, range: name.range, data: { name: name.text } };
}

function classifyValue(cursor: TokenCursor, rest: string): ProblemClass | undefined {
  const start = cursor.current.range.start;
  const word = /^[^\s,;\]#]+/.exec(rest)?.[0] ?? '';
  const range = textRange(start, start + word.length);
  if (/^-\d+$/.test(word)) return { code: 'invalid-number', message: 'negative', range, data: { text: word } };
  if (/^(?:[A-Za-z_][\w.]*\(|lambda\b|\(|\{)/.test(rest))
    return { code: 'python-code', message: 'default', range, data: { kind: 'expression', text: word } };
  if (BRACKETED_PLACEHOLDER.test(rest) && cursor.text.slice(0, start).trimEnd().endsWith('[')) {
    return { code: 'template-placeholder', message: 'default', range, data: { text: `[${word}]` } };
  }
  if (/^[^\s=\]'"]/.test(rest)) {
    return { code: 'unquoted-value', message: BOOLEAN_WORD.test(word) ? 'boolean' : 'default', range, data: { text: word } };
  }
  return undefined;
}

function classifyAfterValue(cursor: TokenCursor, rest: string): ProblemClass | undefined {
  const { text, current, endOfPrevious } = cursor;
  const numberStart = /[0-9][0-9a-fx]*$/.exec(text.slice(findLineStart(text, endOfPrevious), endOfPrevious));
  if (cursor.isAdjacent && numberStart !== null && current.kind !== 'string') {
    const start = endOfPrevious - numberStart[0].length;
    const written = /^[^\s,;\]#]+/.exec(text.slice(start))?.[0] ?? '';
    const isExpression = /^[\d]+[*+/-]/.test(written);
    const range = textRange(start, start + written.length);
    if (isExpression) return { code: 'python-code', message: 'default', range, data: { kind: 'expression', text: written } };
    if (/^\d[\w.%]*$/.test(written)) return invalidNumber(written, range);
  }
  if (PYTHON_OPERATOR.test(rest))
    return { code: 'python-code', message: 'default', range: current.range, data: { kind: 'expression', text: cursor.currentText } };
  return undefined;
}

/** Factors to MiB, in which xl counts memory. */
const MEBIBYTES: Readonly<Record<string, number>> = { m: 1, mb: 1, mib: 1, g: 1024, gb: 1024, gib: 1024 };

function invalidNumber(text: string, range: TextRange): ProblemClass {
  const [, digits, unit = ''] = /^(\d+)([a-zA-Z]+)$/.exec(text) ?? [];
  const factor = MEBIBYTES[unit.toLowerCase()];
  if (factor === undefined) return { code: 'invalid-number', message: formOf(text), range, data: { text } };
  return { code: 'invalid-number', message: 'size', range, data: { text, number: String(Number(digits) * factor) } };
}

function formOf(word: string): 'default' | 'unit' | 'upperCase' {
  if (/^0[xX][0-9a-fA-F]+$/.test(word)) return 'upperCase';
  return /^\d+[a-zA-Z]+$/.test(word) ? 'unit' : 'default';
}
