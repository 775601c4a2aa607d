/** Recognises files that a template engine has to fill in before xl can read them. */
import type { SyntaxTree, TemplateMark } from '../syntax/nodes';
import { ACCEPTED_BY_XL } from '../syntax/syntax-problem';
import { problemLines } from '../syntax/problem-lines';
import { type TextRange, textRange } from '../text/text-range';
import type { ValueProblem } from '../schema/value-problem';

const PLACEHOLDER = /\{\{|\{%|<%|@[A-Za-z_][\w.-]*@|\$\{?[A-Za-z_]|\$\(|%\(\w+\)/;
/** What no value of a config has by itself; in strings, which xl takes as they are. */
const SURE_PLACEHOLDER =
  /\{\{[^{}]*\}\}|\{%|<%|@[A-Z][A-Z\d_]+@|%%[A-Za-z_]+%%|\$\([^()]*\)|\$\{\w+\}|%\(\w+\)s|\[[A-Z]+_[A-Z_]+\]|<[a-z]+[_ -][a-z_ -]+>|\{ ?[A-Za-z_]\w*\.[\w.]+ ?\}|(?:^|[/=,:.-])\$[A-Za-z_]\w*/;
const ENGINE_TAGS = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
] as const;

/** Says whether the text of a range holds a placeholder. */
export function hasPlaceholder(text: string, range: TextRange): boolean {
  return PLACEHOLDER.test(text.slice(range.start, range.end));
}

/** The first placeholder over which xl would stumble, or else one that it would take as it is; undefined where there is none. */
export function findTemplateMark(tree: SyntaxTree, problems: readonly { readonly problem: ValueProblem }[]): TemplateMark | undefined {
  const refusals = tree.problems.filter(({ code }) => !ACCEPTED_BY_XL.has(code));
  const placeholder = refusals.findIndex(({ code }) => code === 'template-placeholder');
  for (const line of problemLines(tree.text, placeholder < 0 ? refusals : refusals.slice(0, placeholder))) {
    const tag = findTag(tree.text, line.start, line.end);
    if (tag !== undefined) return markAt(tree.text, tag);
  }
  const first = refusals[placeholder];
  if (first !== undefined) return markAt(tree.text, first.range);
  const refused = problems.find(({ problem }) => problem.stage === 'parse' || problem.code === 'refused-value-type');
  if (refused !== undefined && hasPlaceholder(tree.text, refused.problem.range)) return markAt(tree.text, refused.problem.range);
  return findInStrings(tree);
}

/** The first string that xl takes as it is and that a template engine is to fill in. */
function findInStrings({ text, tokens }: SyntaxTree): TemplateMark | undefined {
  for (let index = 0; index < tokens.length; index++) {
    if (tokens.kindAt(index) !== 'string') continue;
    const inner = tokens.startAt(index) + 1;
    const match = SURE_PLACEHOLDER.exec(text.slice(inner, tokens.endAt(index) - 1));
    if (match === null) continue;
    const mark = match[0].replace(/^[/=,:.-]/, '');
    const start = inner + match.index + match[0].length - mark.length;
    return { range: textRange(start, start + mark.length), text: mark, isAccepted: true };
  }
  return undefined;
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
