/** Writes a list with one item a line, or on one line. */
import type { List } from '../../syntax/nodes';
import { findLineStart } from '../../text/line-index';
import { EVERY_KIND } from '../../schema/config-kind';
import { message } from '../../text/message';
import type { TextEdit } from '../../text/text-edit';
import { type TextRange, textRange } from '../../text/text-range';
import type { Assist, AssistOffer } from './assist';
import { listAt } from './find-place';

export const listLines: Assist = {
  id: 'listLines',
  keepsDomain: true,
  kinds: EVERY_KIND,
  *offer({ model: { tree }, place, setting }): Generator<AssistOffer> {
    const list = setting === undefined ? undefined : listAt(setting, place.start);
    if (list === undefined || list.items.length === 0 || place.end > list.range.end) return;
    const gaps = gapsOf(list, tree.text);
    const split = splitLines(list, gaps, tree.text);
    if (split.length > 0) yield { title: message('Write one item per line'), edits: split };
    if (gaps.some(({ text }) => text.includes('#'))) return;
    const joined = joinLines(gaps);
    if (gaps.some(({ text }) => text.includes('\n'))) yield { title: message('Write the list on one line'), edits: joined };
  },
};

/** What stands between two items, or between one and a bracket: blanks, line ends, comments and at most one comma. */
interface Gap {
  readonly range: TextRange;
  readonly text: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function gapsOf({ range, items }: List, text: string): readonly Gap[] {
  const starts = [range.start + 1, ...items.map((item) => item.range.end)];
  const ends = [...items.map((item) => item.range.start), range.end - 1];
  return starts.map((start, index) => {
    const end = ends[index] ?? start;
    return { range: textRange(start, end), text: text.slice(start, end), isFirst: index === 0, isLast: index === items.length };
  });
}

/** Breaks the line in every gap where it does not break yet; items line up with one that begins a line already. */
function splitLines({ range }: List, gaps: readonly Gap[], text: string): readonly TextEdit[] {
  const indent = blanksAt(text.slice(findLineStart(text, range.start), range.start));
  const broken = gaps.find((gap) => !gap.isLast && gap.text.includes('\n'))?.text;
  const itemIndent = broken === undefined ? `${indent}    ` : blanksAt(broken.slice(broken.lastIndexOf('\n') + 1));
  return gaps
    .filter((gap) => !gap.text.includes('\n'))
    .map((gap) => ({
      range: gap.range,
      newText: gap.isLast ? `,\n${indent}` : `${gap.isFirst ? '' : ','}\n${itemIndent}`,
    }));
}

function blanksAt(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function joinLines(gaps: readonly Gap[]): readonly TextEdit[] {
  return gaps.map(({ range, isFirst, isLast }) => ({ range, newText: isFirst || isLast ? ' ' : ', ' })).filter(isNeeded(gaps));
}

/** Whether an edit changes anything. */
function isNeeded(gaps: readonly Gap[]): (edit: TextEdit, index: number) => boolean {
  return ({ newText }, index) => gaps[index]?.text !== newText;
}
