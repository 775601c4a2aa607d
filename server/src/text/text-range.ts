/** Ranges of a text in UTF-16 offsets: the only notion of position that the core knows. */

/** A half-open range `[start, end)` of UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Makes a range from two offsets. */
export function textRange(start: number, end: number): TextRange {
  return { start, end };
}

/** Says whether `offset` lies in `range`, its end included: a cursor after the last character still touches it. */
export function touchesOffset(range: TextRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Says whether the two ranges share at least one character, or touch where one of them is empty. */
export function rangesOverlap(left: TextRange, right: TextRange): boolean {
  if (left.start === left.end || right.start === right.end) return left.start <= right.end && right.start <= left.end;
  return left.start < right.end && right.start < left.end;
}
