/** The syntax tree of a template: of what is written out, and where something is filled in. */
import { firstIndex } from '../text/binary-search';
import { findLineEnd, findLineStart } from '../text/line-index';
import { rangesOverlap, type TextRange, textRange } from '../text/text-range';
import type { SyntaxTree, TemplateMark } from './nodes';
import { parse } from './parser';
import { readTemplate } from './template-text';

/**
 * Parses a template. Its strings and numbers hold something of the same length where the text has holes, and what is wrong beside
 * a hole is not known to be wrong.
 * @param mark by which it is known as one
 */
export function parseTemplate(text: string, mark: TemplateMark): SyntaxTree {
  const { text: filled, ...parts } = readTemplate(text);
  const tree = parse(filled);
  let [line, isBesideHole] = [textRange(0, -1), false];
  const problems = tree.problems.filter(({ range }) => {
    if (range.start < line.start || range.start > line.end) {
      line = textRange(findLineStart(text, range.start), findLineEnd(text, range.start));
      isBesideHole = touchesAny(parts.holes, line);
    }
    return !isBesideHole && !touchesAny(parts.looseLists, range);
  });
  return { ...tree, text, problems, template: { ...parts, mark } };
}

/** Whether a range touches one of the places, which stand in order. */
export function touchesAny(places: readonly TextRange[], range: TextRange): boolean {
  const isEmpty = range.start === range.end;
  const next = places[firstIndex(places, ({ end }) => (isEmpty ? end >= range.start : end > range.start))];
  return next !== undefined && rangesOverlap(next, range);
}
