/** Keeps comments behind neighbouring lines below each other where they stand so already. */

export interface PlacedComment {
  /** The index of the gap before it. */
  readonly gap: number;
  /** Something stands before it on its line. */
  readonly isTrailing: boolean;
  readonly isOutside: boolean;
  /** Where it stands now. */
  readonly sourceColumn: number;
  /** The line that it comes to. */
  readonly line: number;
  /** Where it stands with no more than one blank before it. */
  readonly column: number;
}

/**
 * Widens the gaps before comments that go on with each other: those behind neighbouring lines in one column, and those on lines of
 * their own outside of lists that go on in the column of one above.
 * @param targets what stands in the gaps of a text
 */
export function alignComments(targets: readonly string[], comments: readonly PlacedComment[]): readonly string[] {
  const paddings = new Map<number, number>();
  let group: PlacedComment[] = [];
  const endGroup = (): void => {
    const column = group.reduce((most, comment) => (comment.isTrailing ? Math.max(most, comment.column) : most), 0);
    for (const comment of group) paddings.set(comment.gap, column - comment.column);
    group = [];
  };
  for (const comment of comments) {
    const above = group.at(-1);
    const isBelow = above !== undefined && above.line + 1 === comment.line && above.sourceColumn === comment.sourceColumn;
    if (!isBelow || !(comment.isTrailing || comment.isOutside)) endGroup();
    if (comment.isTrailing || group.length > 0) group.push(comment);
  }
  endGroup();
  return targets.map((target, gap) => target + ' '.repeat(paddings.get(gap) ?? 0));
}
