/** What a line end in a list brings along: the item before it gets its comma, and the new line its indentation. */
import { ignoresFormat } from '../syntax/directives';
import type { Statement, SyntaxTree } from '../syntax/nodes';
import { firstIndex } from '../text/binary-search';
import { findLineStart } from '../text/line-index';
import { changeBetween, type TextEdit } from '../text/text-edit';
import { textRange } from '../text/text-range';
import type { ReadableText } from './format-edits';
import { indentOf } from './indent';
import type { FormatOptions } from './style';

/** Where a line begins in a list, which may not be finished yet. */
interface PlaceInList {
  /** How many lists are open. */
  readonly depth: number;
  /** The end of an item that stands before the line, where no comma is behind it. */
  readonly itemEnd: number | undefined;
}

/** @param offset a place in the line that was just begun */
export function findTypingEdits({ text, tree }: ReadableText, offset: number, options: FormatOptions): readonly TextEdit[] {
  const lineStart = findLineStart(text, offset);
  const statement = tree.statements[firstIndex(tree.statements, ({ range }) => range.start >= lineStart) - 1];
  if (statement === undefined || isIgnored(tree, statement)) return [];
  const { depth, itemEnd } = findPlace(tree, statement, lineStart);
  if (depth === 0) return [];
  const next = findNext(tree, lineStart);
  const isJustLeft = itemEnd !== undefined && itemEnd > findLineStart(text, lineStart - 1);
  const comma = isJustLeft && next.kind !== 'comma' ? [{ range: textRange(itemEnd, itemEnd), newText: ',' }] : [];
  if (options.lists === 'preserve') return comma;
  const isAtBracket = next.kind === 'close-bracket' && findLineStart(text, next.start) === lineStart;
  return [...comma, ...changeIndent(text, lineStart, indentOf(options.indent, isAtBracket ? depth - 1 : depth))];
}

function findPlace({ tokens }: SyntaxTree, statement: Statement, lineStart: number): PlaceInList {
  let depth = 0;
  let itemEnd: number | undefined;
  for (let index = tokens.indexAt(statement.range.start); tokens.startAt(index) < lineStart; index++) {
    const kind = tokens.kindAt(index);
    if (kind === 'blank' || kind === 'comment' || kind === 'newline') continue;
    if (kind === 'open-bracket') depth += 1;
    if (kind === 'close-bracket') depth = Math.max(0, depth - 1);
    const isItem = kind === 'number' || kind === 'close-bracket' || (kind === 'string' && !tokens.isUnterminatedAt(index));
    itemEnd = isItem ? tokens.endAt(index) : undefined;
  }
  return { depth, itemEnd };
}

function findNext({ tokens }: SyntaxTree, offset: number): { readonly kind: string; readonly start: number } {
  let index = tokens.indexAt(offset);
  while (['blank', 'comment', 'newline'].includes(tokens.kindAt(index))) index += 1;
  return { kind: tokens.kindAt(index), start: tokens.startAt(index) };
}

/** Whether a comment before a statement asks for that. */
function isIgnored({ text, tokens }: SyntaxTree, { range }: Statement): boolean {
  for (let index = tokens.indexAt(range.start) - 1; index >= 0; index--) {
    const kind = tokens.kindAt(index);
    if (kind === 'comment' && ignoresFormat(text.slice(tokens.startAt(index), tokens.endAt(index)))) return true;
    if (kind !== 'blank' && kind !== 'comment' && kind !== 'newline') return false;
  }
  return false;
}

function changeIndent(text: string, lineStart: number, indent: string): readonly TextEdit[] {
  let end = lineStart;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end += 1;
  const present = text.slice(lineStart, end);
  if (present === indent) return [];
  const { range, newText } = changeBetween(present, indent);
  return [{ range: textRange(lineStart + range.start, lineStart + range.end), newText }];
}
