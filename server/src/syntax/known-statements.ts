/**
 * What a text has in common with an earlier version of it, up to the first difference. Positions count from the beginning of
 * the text, so nothing of that has to be made again: the new tree holds the same objects.
 */
import { firstIndex } from '../text/binary-search';
import { commonPrefixLength } from '../text/common-prefix';
import type { Assignment, Statement, SyntaxTree } from './nodes';
import { BEGINNING, type CursorPlace } from './token-cursor';
import { TokenList } from './token-list';

export interface KnownStatements {
  readonly assignments: readonly Assignment[];
  readonly statements: readonly Statement[];
  readonly tokens: TokenList;
  /** The line end from which on the text is to be parsed; its beginning where nothing is known. */
  readonly place: CursorPlace;
  /** From how many versions of the text they come. */
  readonly textCount: number;
}

/** So many versions of a text are kept in memory by a tree at most; then everything is read afresh. */
const MAX_TEXTS = 32;

/**
 * The parser looks at the first two tokens behind a statement before it leaves it. So the last statements before the first
 * difference are read again, and one with a mistake in it is never the last that is kept: its problem can count for the next line.
 */
const READ_AGAIN = 2;

/** What can be kept of the tree of an earlier version. */
export function findKnown(earlier: SyntaxTree | undefined, text: string): KnownStatements {
  const nothing = { assignments: [], statements: [], tokens: new TokenList(text.length), place: BEGINNING, textCount: 0 };
  // The tokens of a template are those of another text of the same length.
  if (earlier === undefined || earlier.template !== undefined || earlier.textCount >= MAX_TEXTS) return nothing;
  const same = commonPrefixLength(earlier.text, text);
  const unchanged = firstIndex(earlier.statements, ({ range }) => range.end >= same);
  for (let count = unchanged - READ_AGAIN; count > 0; count--) {
    const index = findLineEndBehind(earlier, count);
    if (index !== undefined) return keep(earlier, count, index, text);
  }
  return nothing;
}

/** The token that ends the line of the last of `count` statements; undefined where the next one begins in the same line. */
function findLineEndBehind({ statements, tokens }: SyntaxTree, count: number): number | undefined {
  const [last, next] = [statements[count - 1], statements[count]];
  if (last === undefined || next === undefined || last.isBroken) return undefined;
  let index = tokens.indexAt(last.range.end);
  while (tokens.kindAt(index) !== 'newline' && tokens.startAt(index) < next.range.start) index += 1;
  return tokens.kindAt(index) === 'newline' ? index : undefined;
}

function keep(
  { assignments, statements, tokens, problems, textCount }: SyntaxTree,
  count: number,
  index: number,
  text: string,
): KnownStatements {
  const end = tokens.startAt(index);
  let line = 1;
  for (let each = 0; each < index; each++) if (tokens.kindAt(each) === 'newline') line += 1;
  return {
    assignments: assignments.slice(
      0,
      firstIndex(assignments, ({ range }) => range.start >= end),
    ),
    statements: statements.slice(0, count),
    tokens: TokenList.beginningOf(tokens, index + 1, text.length),
    place: {
      index,
      line,
      problems: problems.slice(
        0,
        firstIndex(problems, (problem) => problem.line > line),
      ),
    },
    textCount,
  };
}
