/** The instructions to xlcfg that stand in comments of a config. */
import { type TextRange, textRange } from '../text/text-range';
import { findLineEnd, findLineStart } from '../text/line-index';
import type { SyntaxTree } from './nodes';

/** One word of `# xlcfg: xen=4.17 arch=arm fragment`. */
export interface DirectiveWord {
  readonly key: string;
  readonly value: string | undefined;
  readonly range: TextRange;
}

export interface SuppressedRule {
  readonly ruleId: string;
  readonly range: TextRange;
}

/** A comment that switches rules off for a stretch of the text. */
export interface Suppression {
  /** The comment. */
  readonly range: TextRange;
  /** Where the line begins whose findings are switched off; undefined for those of the whole file. */
  readonly lineStart: number | undefined;
  readonly rules: readonly SuppressedRule[];
}

export interface Directives {
  readonly words: readonly DirectiveWord[];
  readonly suppressions: readonly Suppression[];
}

const DIRECTIVE = /^#+\s*xlcfg:(.*)$/;
const SUPPRESSION = /^#+\s*xlcfg-disable-(file|next-line|line)\b(.*)$/;

const FORMAT_IGNORE = /^#+\s*xlcfg-format-ignore(?![\w-])/;

/** Whether a comment keeps the formatter from the statement that follows. */
export function ignoresFormat(comment: string): boolean {
  return FORMAT_IGNORE.test(comment);
}

/** Reads the directives of a text from its comments. */
export function readDirectives(tree: SyntaxTree): Directives {
  const words: DirectiveWord[] = [];
  const suppressions: Suppression[] = [];
  const { text, tokens } = tree;
  for (let index = 0; index < tokens.length; index++) {
    if (tokens.kindAt(index) !== 'comment') continue;
    const start = tokens.startAt(index);
    const comment = text.slice(start, tokens.endAt(index)).trimEnd();
    const directive = DIRECTIVE.exec(comment);
    if (directive !== null) words.push(...readWords(directive[1] ?? '', start + comment.length - (directive[1] ?? '').length));
    const suppression = SUPPRESSION.exec(comment);
    if (suppression !== null) suppressions.push(readSuppression(text, start, comment, suppression));
  }
  return { words, suppressions };
}

function readWords(source: string, offset: number): readonly DirectiveWord[] {
  return [...withoutReason(source).matchAll(/[^\s,]+/g)].map((match) => {
    const [key = '', value] = match[0].split('=', 2);
    const start = offset + match.index;
    return { key, value, range: textRange(start, start + match[0].length) };
  });
}

function readSuppression(text: string, start: number, comment: string, match: RegExpExecArray): Suppression {
  const source = match[2] ?? '';
  const offset = start + comment.length - source.length;
  const rules = [...withoutReason(source).matchAll(/[^\s,]+/g)].map((each) => ({
    ruleId: each[0],
    range: textRange(offset + each.index, offset + each.index + each[0].length),
  }));
  return { range: textRange(start, start + comment.length), lineStart: findSuppressedLine(text, start, match[1]), rules };
}

function findSuppressedLine(text: string, start: number, kind: string | undefined): number | undefined {
  if (kind === 'file') return undefined;
  return findLineStart(text, kind === 'line' ? start : Math.min(findLineEnd(text, start) + 1, text.length));
}

/** The author's reason follows two dashes. */
function withoutReason(source: string): string {
  const dashes = source.search(/\s--(\s|$)/);
  return dashes < 0 ? source : source.slice(0, dashes);
}
