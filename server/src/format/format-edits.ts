/** The changes that give a text its layout. */
import { type Directives, readDirectives } from '../syntax/directives';
import type { SyntaxTree } from '../syntax/nodes';
import { readText } from '../syntax/read-text';
import { changeBetween, type TextEdit } from '../text/text-edit';
import { textRange } from '../text/text-range';
import { type Gap, layOut } from './layout';
import { type Piece, readPieces } from './pieces';
import type { FormatOptions, Style } from './style';

/** A change, and the statement inside of which it is made; those of one statement belong together. */
export interface FormatEdit extends TextEdit {
  readonly statement: number | undefined;
}

/** A text whose line ends are LF to the parser. */
export interface ReadableText {
  /** As it is. */
  readonly text: string;
  /** Of the same length, so that places are the same. */
  readonly tree: SyntaxTree;
  readonly directives: Directives;
}

/** How a text is read for its layout: xl takes a carriage return for a mistake, but here it is a part of the line end. */
export function readForLayout(text: string, tree: SyntaxTree, directives: Directives): ReadableText {
  if (!text.includes('\r\n')) return { text, tree, directives };
  const plain = readText(text.replaceAll('\r\n', ' \n'));
  return { text, tree: plain, directives: readDirectives(plain) };
}

/** The changes in the order of the text, each as small as it can be. */
export function findFormatEdits({ text, tree, directives }: ReadableText, options: FormatOptions): readonly FormatEdit[] {
  const pieces = readPieces(tree, directives.suppressions);
  const gaps = layOut(pieces, text, options);
  return gaps.flatMap((gap, index) => {
    const piece = pieces[index];
    return [...changeGap(gap, text), ...(piece === undefined ? [] : changePiece(piece, text, options))];
  });
}

function changeGap({ range, target, statement }: Gap, text: string): readonly FormatEdit[] {
  const source = text.slice(range.start, range.end);
  if (source === target) return [];
  const { range: changed, newText } = changeBetween(source, target);
  return [{ range: textRange(range.start + changed.start, range.start + changed.end), newText, statement }];
}

function changePiece(piece: Piece, text: string, { quotes, lineEnd }: FormatOptions): readonly FormatEdit[] {
  if (piece.kind === 'atom') return changeQuotes(piece, text, quotes);
  return piece.kind === 'frozen' && lineEnd === '\n' ? removeCarriageReturns(piece, text) : [];
}

/** Line ends are the same all over a file, also in what is left as it is otherwise. */
function removeCarriageReturns({ range: { start, end }, statement }: Piece, text: string): readonly FormatEdit[] {
  return [...text.slice(start, end + 1).matchAll(/\r\n/g)].map(({ index }) => ({
    range: textRange(start + index, start + index + 1),
    newText: '',
    statement,
  }));
}

/** What stands between the quotes stays, so that no string gets another escape; escapes mean the same in both kinds of quotes. */
function changeQuotes({ range: { start, end }, statement }: Piece, text: string, quotes: Style['quotes']): readonly FormatEdit[] {
  const wanted = { preserve: undefined, double: '"', single: "'" }[quotes];
  const present = text.charAt(start);
  if (wanted === undefined || present === wanted || (present !== '"' && present !== "'")) return [];
  if (text.slice(start, end).includes(wanted)) return [];
  return [start, end - 1].map((place) => ({ range: textRange(place, place + 1), newText: wanted, statement }));
}
