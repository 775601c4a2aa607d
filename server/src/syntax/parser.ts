/**
 * The error-tolerant parser: xl's grammar (libxlu_cfg_y.y) for right texts,
 * and for wrong ones a tree that loses nothing but the broken piece. The first
 * problem always stands at the token where xl's own parser stops.
 */
import { plainProblem } from './syntax-problem';
import { textRange } from '../text/text-range';
import { classifyProblem } from './classify-problem';
import { tokenize } from './lexer';
import { findKnown } from './known-statements';
import { parseList } from './list-parser';
import type { Assignment, NameNode, SyntaxTree, ValueNode } from './nodes';
import { TokenCursor } from './token-cursor';

/**
 * Parses a text in linear time. Never throws: whatever is wrong comes back as a problem beside the tree.
 * @param earlier of another version of the text, from which the statements are taken that stand before the first difference
 */
export function parse(text: string, earlier?: SyntaxTree): SyntaxTree {
  const known = findKnown(earlier, text);
  const tokens = tokenize(text, known.tokens);
  const cursor = new TokenCursor(text, tokens, known.place);
  const assignments = [...known.assignments];
  const statements = [...known.statements];
  while (!cursor.at('end')) {
    if (cursor.at('newline', 'semicolon')) {
      cursor.advance();
      continue;
    }
    const { start } = cursor.current.range;
    const { mistakes } = cursor;
    const assignment = parseStatement(cursor);
    if (assignment !== undefined) assignments.push(assignment);
    statements.push({ range: textRange(start, endOfText(text, start, cursor.endOfPrevious)), isBroken: cursor.mistakes > mistakes });
  }
  return { text, tokens, assignments, statements, problems: cursor.problems, textCount: known.textCount + 1 };
}

/** An unterminated list reaches over the empty lines after it. */
function endOfText(text: string, start: number, end: number): number {
  let last = end;
  while (last > start + 1 && /\s/.test(text.charAt(last - 1))) last -= 1;
  return last;
}

function parseStatement(cursor: TokenCursor): Assignment | undefined {
  if (!cursor.at('name')) {
    recoverStatement(cursor);
    return undefined;
  }
  const name: NameNode = { text: cursor.currentText, range: cursor.current.range };
  cursor.advance();
  const { kind, range: operatorRange } = cursor.current;
  if (kind !== 'equals' && kind !== 'plus-equals') {
    reportAt(cursor, 'after-name', name);
    skipBrokenStatement(cursor);
    return undefined;
  }
  cursor.advance();
  const value = parseAssignedValue(cursor);
  parseStatementEnd(cursor);
  const range = textRange(name.range.start, Math.max(value.range.end, operatorRange.end));
  return { kind: 'assignment', range, name, operator: kind === 'equals' ? '=' : '+=', operatorRange, value };
}

function parseAssignedValue(cursor: TokenCursor): ValueNode {
  if (cursor.at('newline')) {
    const next = cursor.peek(true);
    const isMoved = next !== undefined && (next.kind === 'string' || next.kind === 'number' || next.kind === 'open-bracket');
    const range = textRange(cursor.endOfPrevious - 1, cursor.endOfPrevious);
    cursor.report(plainProblem(isMoved ? 'value-on-next-line' : 'missing-value', range));
    if (!isMoved) return { kind: 'missing', range: textRange(cursor.endOfPrevious, cursor.endOfPrevious) };
    while (cursor.at('newline')) cursor.advance();
  }
  return parseValue(cursor);
}

function parseValue(cursor: TokenCursor): ValueNode {
  const { kind, range } = cursor.current;
  switch (kind) {
    case 'string': {
      const { value, origin } = cursor.currentString;
      cursor.advance();
      return { kind: 'string', range, value, origin };
    }
    case 'number': {
      const text = cursor.currentText;
      cursor.advance();
      return { kind: 'number', range, text };
    }
    case 'open-bracket':
      return parseList(cursor);
    case 'newline':
    case 'semicolon':
    case 'end':
      cursor.report(plainProblem('missing-value', textRange(cursor.endOfPrevious - 1, cursor.endOfPrevious)));
      return { kind: 'missing', range: textRange(cursor.endOfPrevious, cursor.endOfPrevious) };
    default:
      reportAt(cursor, 'value');
      return skipBrokenValue(cursor);
  }
}

/** Whatever stands for a value up to the end of the line; brackets are still read whole, over lines. */
function skipBrokenValue(cursor: TokenCursor): ValueNode {
  const start = cursor.current.range.start;
  while (!endsStatement(cursor) && !startsAssignment(cursor)) {
    if (cursor.at('open-bracket')) parseList(cursor);
    else cursor.advance();
  }
  return { kind: 'missing', range: textRange(start, Math.max(start, cursor.endOfPrevious)) };
}

function parseStatementEnd(cursor: TokenCursor): void {
  if (endsStatement(cursor)) return;
  if (startsAssignment(cursor)) {
    const { current, currentText: name } = cursor;
    cursor.report({ code: 'missing-statement-separator', message: 'default', range: current.range, data: { name } });
    return;
  }
  reportAt(cursor, 'after-value');
  skipBrokenStatement(cursor);
}

function recoverStatement(cursor: TokenCursor): void {
  reportAt(cursor, 'statement');
  const isByteOrderMark = cursor.currentText === '\ufeff';
  const isSymbol = cursor.at('bad') && cursor.currentText.length === 1;
  cursor.advance();
  // What follows a byte-order mark or a stray carriage return is as good as any line.
  if (!isByteOrderMark && !(isSymbol && cursor.at('newline'))) skipBrokenStatement(cursor);
}

/** Leaves a broken statement behind; a list in it is read to its end, so that its lines are not taken for statements. */
function skipBrokenStatement(cursor: TokenCursor): void {
  while (!cursor.at('newline', 'end')) {
    if (cursor.at('open-bracket')) parseList(cursor);
    else cursor.advance();
  }
}

function endsStatement(cursor: TokenCursor): boolean {
  return cursor.at('newline', 'semicolon', 'end');
}

function startsAssignment(cursor: TokenCursor): boolean {
  const next = cursor.peek();
  return cursor.at('name') && !cursor.isAdjacent && (next?.kind === 'equals' || next?.kind === 'plus-equals');
}

function reportAt(cursor: TokenCursor, place: Parameters<typeof classifyProblem>[1], name?: NameNode): void {
  cursor.reportClassified(() => classifyProblem(cursor, place, name));
}
