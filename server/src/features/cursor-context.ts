/** Finds out what stands at the cursor: a name, a value, a directive. */
import type { SyntaxTree } from '../syntax/nodes';
import type { Token } from '../syntax/token';
import type { TokenList } from '../syntax/token-list';
import { type TextRange, textRange } from '../text/text-range';
import { type DirectiveContext, findDirectiveContext } from './directive-cursor';

export type CursorContext =
  /** Where a name is being written; `isAlone` tells that there is nothing else in the statement. */
  | { readonly place: 'name'; readonly range: TextRange; readonly isAlone: boolean }
  /** Behind `=`, where the value begins; `isInString` tells that the quotes are there. */
  | { readonly place: 'value'; readonly name: string; readonly range: TextRange; readonly isInString: boolean }
  | DirectiveContext
  | { readonly place: 'elsewhere' };

const ELSEWHERE: CursorContext = { place: 'elsewhere' };

/** How far the statement before the cursor has come. */
interface StatementState {
  readonly stage: 'start' | 'named' | 'assigned' | 'finished';
  readonly name: string;
  /** How many lists are open. */
  readonly depth: number;
}

const START: StatementState = { stage: 'start', name: '', depth: 0 };

/** Looks at the tokens before `offset`, and at the one that it touches, to see what is being written there. */
export function findCursorContext(tree: SyntaxTree, offset: number): CursorContext {
  const { tokens } = tree;
  let state = START;
  let index = 0;
  // Nearly all tokens end before the cursor, so objects are only made of those that it touches.
  for (; index < tokens.length && tokens.startAt(index) <= offset; index++) {
    const word = readWord(tree, index);
    if (word !== undefined && offset <= word.range.end) return describeWord(tree, word, state, offset);
    const token = tokens.endAt(index) < offset ? undefined : tokens.at(index);
    if (token !== undefined && isInside(token, offset)) return describeInside(tree.text, token, state, offset);
    if (word !== undefined) {
      state = afterWord(tree.text, word.range, state);
      index = word.lastIndex;
    } else if (tokens.startAt(index) === offset || tokens.endAt(index) > offset) break;
    else state = afterToken(tree, index, state);
  }
  return describeGap(tree, index, state, offset);
}

/** Characters in a row that are one word for the person who types them, whatever xl makes of them. */
interface Word {
  readonly range: TextRange;
  readonly lastIndex: number;
}

function readWord({ text, tokens }: SyntaxTree, index: number): Word | undefined {
  let lastIndex = index;
  while (isWordToken(text, tokens, lastIndex)) lastIndex += 1;
  if (lastIndex === index) return undefined;
  return { range: textRange(tokens.startAt(index), tokens.endAt(lastIndex - 1)), lastIndex: lastIndex - 1 };
}

function isWordToken(text: string, tokens: TokenList, index: number): boolean {
  const kind = tokens.kindAt(index);
  return kind === 'name' || kind === 'number' || (kind === 'bad' && !isCarriageReturn(text, tokens, index));
}

/** At the end of a line, or of a text that is being written, it belongs to the line end. */
function isCarriageReturn(text: string, tokens: TokenList, index: number): boolean {
  return tokens.kindAt(index) === 'bad' && text.slice(tokens.startAt(index), tokens.endAt(index)) === '\r';
}

/** Whether the cursor is in a comment or a string. */
function isInside({ kind, range, isUnterminated }: Token, offset: number): boolean {
  const isOpen = kind === 'comment' || isUnterminated === true;
  return (kind === 'comment' || kind === 'string') && range.start < offset && (offset < range.end || (isOpen && offset === range.end));
}

function describeWord(tree: SyntaxTree, word: Word, state: StatementState, offset: number): CursorContext {
  if (isValuePlace(state)) return { place: 'value', name: state.name, range: word.range, isInString: false };
  if (state.stage !== 'start') return ELSEWHERE;
  const isAlone = endsStatement(tree, word.lastIndex + 1);
  // Before the name of a whole setting nobody wants to write another one.
  return isAlone || offset > word.range.start ? { place: 'name', range: word.range, isAlone } : ELSEWHERE;
}

function describeInside(text: string, token: Token, state: StatementState, offset: number): CursorContext {
  if (token.kind === 'comment') return findDirectiveContext(text, token.range, offset) ?? ELSEWHERE;
  if (!isValuePlace(state)) return ELSEWHERE;
  // An open string reaches over all that follows in its line, which is no part of the value that is being typed.
  const end = token.isUnterminated === true ? endOfWord(text, offset) : token.range.end - 1;
  return { place: 'value', name: state.name, range: textRange(token.range.start + 1, end), isInString: true };
}

function endOfWord(text: string, offset: number): number {
  return offset + (/^[\w.-]*/.exec(text.slice(offset))?.[0].length ?? 0);
}

function describeGap(tree: SyntaxTree, index: number, state: StatementState, offset: number): CursorContext {
  const range = textRange(offset, offset);
  const next = tree.tokens.at(index);
  if (isValuePlace(state)) {
    const isWritten = next?.kind === 'string' && next.range.start === offset;
    if (isWritten) return { place: 'value', name: state.name, range: next.range, isInString: false };
    return endsStatement(tree, index) ? { place: 'value', name: state.name, range, isInString: false } : ELSEWHERE;
  }
  return state.stage === 'start' && endsStatement(tree, index) ? { place: 'name', range, isAlone: true } : ELSEWHERE;
}

function isValuePlace({ stage, depth }: StatementState): boolean {
  return stage === 'assigned' && depth === 0;
}

/** Whether nothing but blanks and a comment follows in the statement. */
function endsStatement({ text, tokens }: SyntaxTree, index: number): boolean {
  const next = skipBlank(tokens, index);
  return ['newline', 'semicolon', 'comment', 'end'].includes(tokens.kindAt(next)) || isCarriageReturn(text, tokens, next);
}

function skipBlank(tokens: TokenList, index: number): number {
  return tokens.kindAt(index) === 'blank' ? index + 1 : index;
}

function afterWord(text: string, range: TextRange, state: StatementState): StatementState {
  if (state.depth > 0) return state;
  if (state.stage === 'start') return { ...state, stage: 'named', name: text.slice(range.start, range.end) };
  return { ...state, stage: 'finished' };
}

function afterToken({ tokens }: SyntaxTree, index: number, state: StatementState): StatementState {
  const kind = tokens.kindAt(index);
  if (state.depth > 0) return afterTokenInList(kind, state, kind === 'newline' && startsAssignment(tokens, index + 1));
  switch (kind) {
    case 'newline':
    case 'semicolon':
      return START;
    case 'equals':
    case 'plus-equals':
      return { ...state, stage: state.stage === 'named' ? 'assigned' : 'finished' };
    case 'open-bracket':
      return { ...state, depth: 1 };
    default:
      return kind === 'blank' || kind === 'comment' ? state : { ...state, stage: 'finished' };
  }
}

function afterTokenInList(kind: Token['kind'], state: StatementState, isEnded: boolean): StatementState {
  const { depth, stage } = state;
  if (isEnded) return START;
  if (kind === 'open-bracket') return { ...state, depth: depth + 1 };
  return kind === 'close-bracket' ? { ...state, depth: depth - 1, stage: depth > 1 ? stage : 'finished' } : state;
}

/** A list that was never closed ends, for the cursor, where the next assignment begins. */
function startsAssignment(tokens: TokenList, index: number): boolean {
  const name = skipBlank(tokens, index);
  const operator = tokens.kindAt(skipBlank(tokens, name + 1));
  return tokens.kindAt(name) === 'name' && (operator === 'equals' || operator === 'plus-equals');
}
