/** Splits a Python program into statements with the blocks that belong to them. */
import { type PythonToken, readTokens } from './python-tokens';

/** A statement that begins in the first column with all that is indented below it, or comments and empty lines between two. */
export interface PythonLine {
  readonly kind: 'statement' | 'between';
  readonly start: number;
  /** Behind its line end. */
  readonly end: number;
  /** Those that mean something, of a statement with its block. */
  readonly tokens: readonly PythonToken[];
  /** Something is indented below it. */
  readonly isBlock: boolean;
}

interface OpenLine {
  readonly start: number;
  end: number;
  readonly tokens: PythonToken[];
  isBlock: boolean;
}

/** The statements in their order, with everything between them. */
export function readLines(text: string): readonly PythonLine[] {
  const lines: PythonLine[] = [];
  let statement: OpenLine | undefined;
  let waiting: OpenLine[] = [];
  const finish = (): void => {
    if (statement !== undefined) lines.push({ kind: 'statement', ...statement });
    for (const line of waiting) lines.push({ kind: 'between', ...line });
    waiting = [];
  };
  for (const line of readLogicalLines(text)) {
    if (isBetween(text.slice(line.start, line.end))) {
      waiting.push(line);
    } else if (statement !== undefined && isContinued(text, line)) {
      statement.end = line.end;
      statement.isBlock = true;
      for (const token of line.tokens) statement.tokens.push(token);
      waiting = [];
    } else {
      finish();
      statement = line;
    }
  }
  finish();
  return lines;
}

/** Lines as Python counts them: what stands in brackets is one. */
function* readLogicalLines(text: string): Generator<OpenLine> {
  let line: OpenLine = { start: 0, end: 0, tokens: [], isBlock: false };
  let depth = 0;
  for (const token of readTokens(text)) {
    line.end = token.end;
    depth = Math.max(0, depth + depthOf(text, token));
    if (token.kind === 'newline' && depth === 0) {
      yield line;
      line = { start: token.end, end: token.end, tokens: [], isBlock: false };
    } else if (token.kind !== 'blank' && token.kind !== 'newline') line.tokens.push(token);
  }
  if (line.end > line.start) yield line;
}

function depthOf(text: string, { kind, start, end }: PythonToken): number {
  const sign = kind === 'sign' ? text.slice(start, end) : '';
  if (sign === '(' || sign === '[' || sign === '{') return 1;
  return sign === ')' || sign === ']' || sign === '}' ? -1 : 0;
}

/** An empty line or a comment. */
function isBetween(line: string): boolean {
  return /^[ \t]*(?:#[^\n]*)?\n?$/.test(line);
}

/** What is indented, and the other branches of a statement with several. */
function isContinued(text: string, { start }: OpenLine): boolean {
  return /^(?:[ \t]|(?:elif|else|except|finally)\b)/.test(text.slice(start, start + 10));
}
