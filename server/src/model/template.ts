/** Recognises files that a template engine has to fill in before xl can read them. */
import type { SyntaxTree } from '../syntax/nodes';
import { ACCEPTED_BY_XL } from '../syntax/syntax-problem';
import { findLineEnd, findLineStart } from '../text/line-index';
import { type TextRange, textRange } from '../text/text-range';
import type { SettingProblem } from './domain-model';

export interface TemplateMark {
  readonly range: TextRange;
  readonly text: string;
}

const PLACEHOLDER = /\{\{|\{%|<%|@[A-Za-z_][\w.-]*@|\$\{?[A-Za-z_]|\$\(|%\(\w+\)/;
const ENGINE_TAGS = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
] as const;

/** Says whether the text of a range holds a placeholder. */
export function hasPlaceholder(text: string, range: TextRange): boolean {
  return PLACEHOLDER.test(text.slice(range.start, range.end));
}

/** The first placeholder over which xl would stumble; undefined for files that xl reads as they are. */
export function findTemplateMark(tree: SyntaxTree, problems: readonly SettingProblem[]): TemplateMark | undefined {
  let searched = -1;
  for (const { code, range } of tree.problems) {
    if (ACCEPTED_BY_XL.has(code)) continue;
    if (code === 'template-placeholder') return markAt(tree.text, range);
    // A line can have many problems, and be as long as the text.
    if (range.start < searched) continue;
    searched = findLineEnd(tree.text, range.start);
    const tag = findTag(tree.text, findLineStart(tree.text, range.start), searched);
    if (tag !== undefined) return markAt(tree.text, tag);
  }
  const refused = problems.find(({ problem }) => problem.stage === 'parse' || problem.code === 'refused-value-type');
  if (refused === undefined || !hasPlaceholder(tree.text, refused.problem.range)) return undefined;
  return markAt(tree.text, refused.problem.range);
}

/** The first tag between two offsets that is closed there. */
function findTag(text: string, start: number, end: number): TextRange | undefined {
  const line = text.slice(start, end);
  const tags = ENGINE_TAGS.flatMap(([open, close]) => {
    const opened = line.indexOf(open);
    const closed = opened < 0 ? -1 : line.indexOf(close, opened + open.length);
    return closed < 0 ? [] : [textRange(start + opened, start + closed + close.length)];
  });
  return tags.sort((a, b) => a.start - b.start)[0];
}

function markAt(text: string, range: TextRange): TemplateMark {
  return { range, text: text.slice(range.start, range.end) };
}
