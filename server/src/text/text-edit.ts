/** Changes to a text, and their application. */
import { firstIndex } from './binary-search';
import { rangesOverlap, type TextRange, textRange } from './text-range';

/** Replaces the text of `range` by `newText`; an empty range inserts. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** Applies edits that do not overlap. Edits that overlap an earlier one (in text order) are left out. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = '';
  let position = 0;
  for (const edit of ordered) {
    if (edit.range.start < position) continue;
    result += text.slice(position, edit.range.start) + edit.newText;
    position = edit.range.end;
  }
  return result + text.slice(position);
}

/** The one edit that turns a text into another: what both begin and end with stays. */
export function changeBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { range: textRange(start, before.length - end), newText: after.slice(start, after.length - end) };
}

/** Edits of which no two get into each other's way, but for those that were added together. */
export class DisjointEdits {
  /** In the order of the text. */
  private readonly ordered: TextEdit[] = [];

  get edits(): readonly TextEdit[] {
    return this.ordered;
  }

  /** Whether an edit overlaps none of those that are there. */
  hasRoomFor({ range }: TextEdit): boolean {
    const index = this.findPlace(range);
    // Those before end no later than the neighbour, and an empty one can only touch.
    for (let before = index - 1; before >= 0; before--) {
      const other = this.ordered[before];
      if (other === undefined || other.range.end < range.start) break;
      if (rangesOverlap(other.range, range)) return false;
    }
    const next = this.ordered[index];
    return next === undefined || !rangesOverlap(next.range, range);
  }

  add(edit: TextEdit): void {
    this.ordered.splice(this.findPlace(edit.range), 0, edit);
  }

  /** The index of the first edit that begins after the start of a range. */
  private findPlace({ start }: TextRange): number {
    return firstIndex(this.ordered, ({ range }) => range.start > start);
  }
}
