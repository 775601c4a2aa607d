/** What stands at a cursor in a comment: only instructions to xlcfg are of interest there. */
import { type TextRange, textRange } from '../text/text-range';

export interface DirectiveContext {
  readonly place: 'directive';
  /** `keyword`: what makes the comment an instruction; `word`: behind `xlcfg:`; `rule`: behind `xlcfg-disable-…`. */
  readonly part: 'keyword' | 'word' | 'rule';
  /** The word at the cursor. */
  readonly range: TextRange;
  /** The other words of the same kind. */
  readonly others: readonly string[];
}

const KEYWORD_BEING_TYPED = /^#+\s*(xl[a-z-]*)$/;
const DIRECTIVE_HEAD = /^#+\s*xlcfg:/;
const SUPPRESSION_HEAD = /^#+\s*xlcfg-disable-(?:file|next-line|line)(?=\s)/;

/** The instruction that is being written at an offset of a comment; undefined in any other text. */
export function findDirectiveContext(text: string, comment: TextRange, offset: number): DirectiveContext | undefined {
  const before = text.slice(comment.start, offset);
  const after = text.slice(offset, comment.end);
  const keyword = KEYWORD_BEING_TYPED.exec(before)?.[1];
  if (keyword !== undefined)
    return { place: 'directive', part: 'keyword', range: around(offset, keyword, /^[a-z-]*:?/, after), others: [] };
  const head = DIRECTIVE_HEAD.exec(before)?.[0] ?? SUPPRESSION_HEAD.exec(before)?.[0];
  // Behind two dashes stands the author's reason.
  if (head === undefined || /\s--(\s|$)/.test(before)) return undefined;
  const range = around(offset, /[^\s,]*$/.exec(before.slice(head.length))?.[0] ?? '', /^[^\s,]*/, after);
  const rest = text.slice(comment.start + head.length, range.start) + text.slice(range.end, comment.end);
  return {
    place: 'directive',
    part: head.endsWith(':') ? 'word' : 'rule',
    range,
    others: rest.split(/[\s,]+/).filter((each) => each !== ''),
  };
}

/** The range of a word of which one part stands before the cursor, and the other after it. */
function around(offset: number, before: string, behind: RegExp, after: string): TextRange {
  return textRange(offset - before.length, offset + (behind.exec(after)?.[0].length ?? 0));
}
