/** How far lines in lists stand from the edge. */
import type { Indent } from './style';

/** Lists that nest deeper than this, in columns, are not indented any further: texts would grow with the square of their depth. */
export const DEEPEST_INDENT = 80;

/** What stands before the items of a list that is so deep in others. */
export function indentOf({ style, size }: Indent, depth: number): string {
  const steps = Math.min(depth, Math.floor(DEEPEST_INDENT / size));
  return (style === 'tab' ? '\t' : ' '.repeat(size)).repeat(steps);
}

/** The columns that a text takes from the start of a line. */
export function widthOf(text: string, { size }: Indent): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) width += text.charAt(index) === '\t' ? size - (width % size) : 1;
  return width;
}
