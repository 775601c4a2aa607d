/** Finds out what stands at the cursor: a name, a value, a directive. */
import type { SyntaxTree } from '../syntax/nodes';
import type { Token } from '../syntax/token';
import { findLineEnd } from '../text/line-index';
import { type TextRange, textRange } from '../text/text-range';

export type CursorContext =
  /** Where a name is being written; `hasValue` tells that `=` follows already. */
  | { readonly place: 'name'; readonly range: TextRange; readonly hasValue: boolean }
  /** Behind `=`, where the value begins; `isInString` tells that the quotes are there. */
  | { readonly place: 'value'; readonly name: string; readonly range: TextRange; readonly isInString: boolean }
  | { readonly place: 'directive'; readonly range: TextRange; readonly words: string }
  | { readonly place: 'elsewhere' };

const ELSEWHERE: CursorContext = { place: 'elsewhere' };

interface StatementState {
  readonly name: string | undefined;
  readonly hasOperator: boolean;
  readonly hasValue: boolean;
  readonly depth: number;
}

const FRESH: StatementState = { name: undefined, hasOperator: false, hasValue: false, depth: 0 };

/** Looks at the tokens before `offset` to see what is being written there. */
export function findCursorContext(tree: SyntaxTree, offset: number): CursorContext {
  let state = FRESH;
  for (let index = 0; index < tree.tokens.length; index++) {
    const token = tree.tokens[index];
    if (token === undefined || token.range.start > offset) break;
    if (isUnderCursor(token, offset)) return describePlace(tree, token, state, offset);
    state = nextState(tree.text, token, state, tree.tokens[index + 1]);
  }
  return state.name === undefined || state.hasOperator ? atGap(state, offset) : ELSEWHERE;
}

/** Whether the cursor is inside a token, or right behind one that is still being typed. */
function isUnderCursor({ kind, range, isUnterminated }: Token, offset: number): boolean {
  if (kind === 'name' || kind === 'number' || kind === 'bad' || kind === 'comment')
    return range.start <= offset && offset <= range.end && range.end > range.start;
  if (kind === 'string') return range.start < offset && (offset < range.end || (isUnterminated === true && offset === range.end));
  return false;
}

function describePlace(tree: SyntaxTree, token: Token, state: StatementState, offset: number): CursorContext {
  const { text } = tree;
  switch (token.kind) {
    case 'comment':
      return describeComment(text, token, offset);
    case 'string':
      if (!isValuePlace(state)) return ELSEWHERE;
      return { place: 'value', name: state.name ?? '', range: innerRange(token), isInString: true };
    case 'name':
    case 'bad':
    case 'number':
      if (state.name === undefined && state.depth === 0) {
        const rest = text.slice(token.range.end, findLineEnd(text, token.range.end));
        return { place: 'name', range: token.range, hasValue: /^[ \t]*\+?=/.test(rest) };
      }
      return isValuePlace(state) ? { place: 'value', name: state.name ?? '', range: token.range, isInString: false } : ELSEWHERE;
    default:
      return ELSEWHERE;
  }
}

function isValuePlace(state: StatementState): boolean {
  return state.name !== undefined && state.hasOperator && !state.hasValue && state.depth === 0;
}

function innerRange({ range, isUnterminated }: Token): TextRange {
  return textRange(range.start + 1, isUnterminated === true ? range.end : range.end - 1);
}

function atGap(state: StatementState, offset: number): CursorContext {
  const range = textRange(offset, offset);
  if (isValuePlace(state)) return { place: 'value', name: state.name ?? '', range, isInString: false };
  return state.name === undefined && state.depth === 0 ? { place: 'name', range, hasValue: false } : ELSEWHERE;
}

function describeComment(text: string, token: Token, offset: number): CursorContext {
  const before = text.slice(token.range.start, offset);
  const source = /^#+\s*xlcfg:(.*)$/.exec(before)?.[1];
  if (source === undefined) return ELSEWHERE;
  const word = source.split(/\s/).at(-1) ?? '';
  return { place: 'directive', range: textRange(offset - word.length, offset), words: source.slice(0, source.length - word.length) };
}

function nextState(text: string, token: Token, state: StatementState, next: Token | undefined): StatementState {
  if (isStatementEnd(text, token, state, next)) return FRESH;
  switch (token.kind) {
    case 'name':
      return state.name === undefined ? { ...state, name: text.slice(token.range.start, token.range.end) } : { ...state, hasValue: true };
    case 'equals':
    case 'plus-equals':
      return { ...state, hasOperator: true };
    case 'open-bracket':
      return { ...state, depth: state.depth + 1 };
    case 'close-bracket':
      return { ...state, depth: Math.max(0, state.depth - 1), hasValue: true };
    case 'string':
    case 'number':
    case 'bad':
      return { ...state, hasValue: true };
    default:
      return state;
  }
}

function isStatementEnd(text: string, token: Token, state: StatementState, next: Token | undefined): boolean {
  if (token.kind === 'newline') return state.depth === 0 || startsAssignment(text, next);
  return token.kind === 'semicolon' && state.depth === 0;
}

/** A list that was never closed ends, for the cursor, where the next assignment begins. */
function startsAssignment(text: string, next: Token | undefined): boolean {
  return next?.kind === 'name' && /^[a-z][._0-9a-z]*[ \t]*\+?=/.test(text.slice(next.range.start, findLineEnd(text, next.range.start)));
}
