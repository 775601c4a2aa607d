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
const ENGINE_TAG = /\{\{.*?\}\}|\{%.*?%\}|<%.*?%>/;

/** Says whether the text of a range holds a placeholder. */
export function hasPlaceholder(text: string, range: TextRange): boolean {
  return PLACEHOLDER.test(text.slice(range.start, range.end));
}

/** The first placeholder over which xl would stumble; undefined for files that xl reads as they are. */
export function findTemplateMark(tree: SyntaxTree, problems: readonly SettingProblem[]): TemplateMark | undefined {
  for (const { code, range } of tree.problems) {
    if (ACCEPTED_BY_XL.has(code)) continue;
    if (code === 'template-placeholder') return markAt(tree.text, range);
    const lineStart = findLineStart(tree.text, range.start);
    const tag = ENGINE_TAG.exec(tree.text.slice(lineStart, findLineEnd(tree.text, range.start)));
    if (tag !== null) return markAt(tree.text, textRange(lineStart + tag.index, lineStart + tag.index + tag[0].length));
  }
  const refused = problems.find(({ problem }) => problem.stage === 'parse' || problem.code === 'refused-value-type');
  if (refused === undefined || !hasPlaceholder(tree.text, refused.problem.range)) return undefined;
  return markAt(tree.text, refused.problem.range);
}

function markAt(text: string, range: TextRange): TemplateMark {
  return { range, text: text.slice(range.start, range.end) };
}
