/** Unified diffs of texts whose changes are known, in time that grows with their length. */
import { firstIndex } from '../text/binary-search';
import { applyEdits, type TextEdit } from '../text/text-edit';
import { textRange } from '../text/text-range';
import { oneLine } from './printable';
import type { Output, StyledText } from './output';

/** Lines that are shown around a change. */
const CONTEXT = 3;

/** By which `patch` knows that the line before it has no end. */
const UNENDED = '\\ No newline at end of file\n';

/** Whole lines that take the place of others. */
interface Change {
  /** Zero-based. */
  readonly start: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * The diff as `patch` and `git apply` read it.
 * @param edits in the order of the text, of which none overlap
 */
export function unifiedDiff(path: string, text: string, edits: readonly TextEdit[]): Output {
  const lines = splitLines(text);
  const hunks = gatherHunks(findChanges(lines, edits));
  const name = oneLine(path);
  let shift = 0;
  const parts = hunks.flatMap((hunk) => {
    const printed = printHunk(lines, hunk, shift);
    shift += hunk.reduce((sum, { removed, added }) => sum + added.length - removed.length, 0);
    return printed;
  });
  return [bold(`--- ${name}\n+++ ${name}\n`), ...parts];
}

function bold(text: string): StyledText {
  return { text, style: 'bold' };
}

/** Lines with their ends; the last one may have none. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function findChanges(lines: readonly string[], edits: readonly TextEdit[]): readonly Change[] {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  const lineOf = (offset: number): number =>
    Math.min(
      firstIndex(starts, (start) => start > offset),
      lines.length,
    ) - 1;
  const groups: { first: number; last: number; readonly edits: TextEdit[] }[] = [];
  for (const edit of edits) {
    const [first, last] = [Math.max(0, lineOf(edit.range.start)), Math.max(0, lineOf(edit.range.end))];
    const group = groups.at(-1);
    // Neighbouring lines are one change, as people read them.
    if (group === undefined || first > group.last + 1) groups.push({ first, last, edits: [edit] });
    else {
      group.last = Math.max(group.last, last);
      group.edits.push(edit);
    }
  }
  const changes = groups.map(({ first, last, edits }) => {
    const start = starts[first] ?? 0;
    const moved = edits.map(({ range, newText }) => ({ range: textRange(range.start - start, range.end - start), newText }));
    const removed = lines.slice(first, last + 1);
    return trimChange({ start: first, removed, added: splitLines(applyEdits(removed.join(''), moved)) });
  });
  return changes.filter(({ removed, added }) => removed.length + added.length > 0);
}

/** Without the lines that stay as they are. */
function trimChange({ start, removed, added }: Change): Change {
  const shorter = Math.min(removed.length, added.length);
  let head = 0;
  while (head < shorter && removed[head] === added[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && removed[removed.length - 1 - tail] === added[added.length - 1 - tail]) tail += 1;
  return { start: start + head, removed: removed.slice(head, removed.length - tail), added: added.slice(head, added.length - tail) };
}

/** Changes whose surroundings touch are shown together. */
function gatherHunks(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last !== undefined && change.start - (last.start + last.removed.length) <= 2 * CONTEXT) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

/** @param shift how many lines more there are before the hunk than were */
function printHunk(lines: readonly string[], hunk: readonly Change[], shift: number): Output {
  const [first, last] = [hunk[0], hunk.at(-1)];
  if (first === undefined || last === undefined) return [];
  const start = Math.max(0, first.start - CONTEXT);
  const end = Math.min(lines.length, last.start + last.removed.length + CONTEXT);
  const growth = hunk.reduce((sum, { removed, added }) => sum + added.length - removed.length, 0);
  const parts: (string | StyledText)[] = [
    { text: `@@ -${span(start, end - start)} +${span(start + shift, end - start + growth)} @@\n`, style: 'cyan' },
  ];
  let position = start;
  for (const { start: changed, removed, added } of hunk) {
    parts.push(...lines.slice(position, changed).map((line) => printLine(' ', line)));
    parts.push(...removed.map((line): StyledText => ({ text: printLine('-', line), style: 'red' })));
    parts.push(...added.map((line): StyledText => ({ text: printLine('+', line), style: 'green' })));
    position = changed + removed.length;
  }
  return [...parts, ...lines.slice(position, end).map((line) => printLine(' ', line))];
}

function span(start: number, count: number): string {
  return count === 1 ? `${start + 1}` : `${count === 0 ? start : start + 1},${count}`;
}

function printLine(sign: string, line: string): string {
  return line.endsWith('\n') ? sign + line : `${sign}${line}\n${UNENDED}`;
}
