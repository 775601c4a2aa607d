/** What can be folded away: lists, blocks of comments, and regions that comments mark. */
import type { SyntaxTree } from '../syntax/nodes';
import type { TokenList } from '../syntax/token-list';
import { type TextRange, textRange } from '../text/text-range';
import { defineFeature } from './feature';

export interface Fold {
  readonly kind: 'list' | 'comment' | 'region';
  /** From the line that stays to the last one that is hidden. */
  readonly range: TextRange;
}

/** In the order of the text; some can begin and end on one line. */
export const folds = defineFeature(({ model: { tree } }): readonly Fold[] => {
  const lines = listCommentLines(tree);
  return [...foldLists(tree.tokens), ...foldComments(lines), ...foldRegions(lines)].sort((a, b) => a.range.start - b.range.start);
});

/** A bracket that closes a list on a line of its own stays to be seen. */
function* foldLists(tokens: TokenList): Generator<Fold> {
  const open: number[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const kind = tokens.kindAt(index);
    if (kind === 'open-bracket') open.push(tokens.startAt(index));
    const start = kind === 'close-bracket' ? open.pop() : undefined;
    if (start === undefined) continue;
    const newline = tokens.kindAt(index - 1) === 'blank' ? index - 2 : index - 1;
    const end = tokens.kindAt(newline) === 'newline' ? tokens.startAt(newline) : tokens.startAt(index);
    yield { kind: 'list', range: textRange(start, end) };
  }
}

/** As VS Code reads them for languages of which it knows no more; the same stand in `language-configuration.json`. */
const REGION = /^#\s*region\b/;
const END_REGION = /^#\s*endregion\b/;

/** Comments in a row; a mark of a region is none of them. */
function* foldComments(lines: readonly CommentLine[]): Generator<Fold> {
  let block: TextRange | undefined;
  for (const { comment, mark } of lines) {
    if (comment !== undefined && mark === undefined) {
      block = textRange(block?.start ?? comment.start, comment.end);
    } else if (block !== undefined) {
      yield { kind: 'comment', range: block };
      block = undefined;
    }
  }
}

/** What lies between two marks; one without the other marks nothing. */
function* foldRegions(lines: readonly CommentLine[]): Generator<Fold> {
  const open: number[] = [];
  for (const { comment, mark } of lines) {
    if (comment === undefined) continue;
    if (mark === 'start') open.push(comment.start);
    const start = mark === 'end' ? open.pop() : undefined;
    if (start !== undefined) yield { kind: 'region', range: textRange(start, comment.end) };
  }
}

interface CommentLine {
  /** Undefined where something else is on the line, or nothing. */
  readonly comment?: TextRange;
  readonly mark?: 'start' | 'end';
}

/** All lines, and at last one without a comment. */
function listCommentLines({ text, tokens }: SyntaxTree): readonly CommentLine[] {
  return [...listLines(tokens)].map((comment) => {
    if (comment === undefined) return {};
    const line = text.slice(comment.start, comment.end);
    const mark = REGION.test(line) ? 'start' : END_REGION.test(line) ? 'end' : undefined;
    return mark === undefined ? { comment } : { comment, mark };
  });
}

/** For each line its comment, where there is nothing else on it; at last one without. */
function* listLines(tokens: TokenList): Generator<TextRange | undefined> {
  let comment: TextRange | undefined;
  let hasOther = false;
  for (let index = 0; index < tokens.length; index++) {
    const kind = tokens.kindAt(index);
    if (kind === 'comment') comment = textRange(tokens.startAt(index), tokens.endAt(index));
    else if (kind === 'newline' || kind === 'end') {
      yield hasOther ? undefined : comment;
      comment = undefined;
      hasOther = false;
    } else if (kind !== 'blank') hasOther = true;
  }
  yield undefined;
}
