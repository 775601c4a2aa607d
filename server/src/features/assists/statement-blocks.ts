/** Takes a text apart into statements with the comments that belong to them. */
import type { DomainModel } from '../../model/domain-model';
import type { WrittenSetting } from '../../model/setting';
import { findLineEnd } from '../../text/line-index';

export interface StatementBlock {
  readonly setting: WrittenSetting;
  /** Its lines with the comments right above, beside and right below, without the line end. */
  readonly text: string;
  /** It began with comments after an empty line. */
  readonly isApart: boolean;
}

export interface StatementBlocks {
  /** The lines above everything. */
  readonly head: readonly string[];
  readonly blocks: readonly StatementBlock[];
  /** The lines below everything. */
  readonly tail: readonly string[];
}

/**
 * The blocks of a text that xl reads. Comments between two statements belong to the one that they touch, and the next
 * one where they touch both or none.
 */
export function readBlocks({ settings, tree: { text } }: DomainModel): StatementBlocks {
  const ends = settings.map(({ range }, index) => endOfStatement(text, range.end, settings[index + 1]?.range.start));
  const gaps = settings.map(({ range }, index) =>
    index === 0 ? readTop(text.slice(0, range.start)) : readGap(text.slice(ends[index - 1], range.start)),
  );
  const { ofPrevious: below, ofNext: tail } = readBottom(text.slice(ends.at(-1)));
  const blocks = settings.map((setting, index): StatementBlock => {
    const { ofNext: above = [], isApart = false } = gaps[index] ?? {};
    const after = gaps[index + 1]?.ofPrevious ?? (index === settings.length - 1 ? below : []);
    const own = text.slice(setting.range.start, ends[index]).trimEnd();
    return { setting, text: [...above, own, ...after].join('\n'), isApart };
  });
  return { head: gaps[0]?.ofPrevious ?? [], blocks, tail };
}

/** Up to the next statement where that stands on the same line, else up to the end of the line with its comment. */
function endOfStatement(text: string, end: number, next: number | undefined): number {
  const lineEnd = findLineEnd(text, end);
  return next !== undefined && next < lineEnd ? end : lineEnd;
}

/** The lines between two statements. */
interface Gap {
  readonly ofPrevious: readonly string[];
  readonly ofNext: readonly string[];
  /** An empty line stands before the comments of the next statement. */
  readonly isApart: boolean;
}

function readGap(text: string): Gap {
  // The rest of the line that the statement before stands on, and the blanks before the next one are no lines of their own.
  return splitGap(text.split('\n').slice(1, -1));
}

function splitGap(lines: readonly string[]): Gap {
  const firstEmpty = lines.findIndex(isEmpty);
  const split = Math.max(0, firstEmpty);
  const ofNext = lines.slice(split).filter((line) => !isEmpty(line));
  return { ofPrevious: lines.slice(0, split), ofNext, isApart: firstEmpty >= 0 && ofNext.length > 0 };
}

/** At the top, the first comment stays where an empty line follows it: it is about the file. */
function readTop(text: string): Gap {
  const lines = text.split('\n').slice(0, -1);
  const first = lines.findIndex((line) => !isEmpty(line));
  const length = lines.slice(Math.max(0, first)).findIndex(isEmpty);
  const split = first < 0 ? lines.length : length < 0 ? first : first + length + 1;
  return { ofPrevious: lines.slice(0, split), ofNext: lines.slice(split).filter((line) => !isEmpty(line)), isApart: false };
}

/** At the bottom, everything stays that an empty line keeps off the last statement. */
function readBottom(text: string): Gap {
  const lines = text.split('\n').slice(1);
  while (lines.at(-1)?.trim() === '') lines.pop();
  const firstEmpty = lines.findIndex(isEmpty);
  const split = firstEmpty < 0 ? lines.length : firstEmpty;
  return { ofPrevious: lines.slice(0, split), ofNext: lines.slice(split), isApart: true };
}

function isEmpty(line: string): boolean {
  return line.trim() === '';
}
