/** Puts the operators of settings on neighbouring lines below each other. */
import type { Piece } from './pieces';

interface Member {
  /** The index of the piece. */
  readonly operator: number;
  readonly width: number;
}

/** How many blanks there are beside the usual one before an operator, by the index of its piece. */
export function findPaddings(pieces: readonly Piece[]): ReadonlyMap<number, number> {
  const paddings = new Map<number, number>();
  let block: Member[] = [];
  const endBlock = (): void => {
    const widest = block.reduce((most, { width }) => Math.max(most, width), 0);
    for (const { operator, width } of block) paddings.set(operator, widest - width);
    block = [];
  };
  for (const [index, piece] of pieces.entries()) {
    const isJoined = piece.before.count === 0 && piece.keepsLines && pieces[index - 1]?.keepsLines === true;
    if (separates(piece, index) || (piece.kind === 'name' && (piece.before.run > 1 || isJoined))) endBlock();
    const operator = pieces[index + 1];
    if (piece.kind !== 'name' || operator === undefined || isJoined) continue;
    const nameLength = piece.range.end - piece.range.start;
    block.push({ operator: index + 1, width: nameLength + operator.range.end - operator.range.start });
  }
  endBlock();
  return paddings;
}

/** Whether what stands before and behind a piece is no neighbour of each other. */
function separates({ kind, statement, before }: Piece, index: number): boolean {
  return kind === 'frozen' || (kind === 'comment' && statement === undefined && (before.count > 0 || index === 0));
}
