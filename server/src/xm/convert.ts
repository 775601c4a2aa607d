/**
 * Turns a config of the old xm toolstack, which was a Python program, into one for xl: what is the same on every host is
 * worked out, and the rest stays as comments that are marked.
 */
import { findForeignName } from '../options/foreign-names';
import { findOption } from '../options/index';
import { parse } from '../syntax/parser';
import { storeSettings, type StoredValue } from '../syntax/stored-settings';
import { writeString } from '../syntax/string-literal';
import { type PythonLine, readLines } from './python-lines';
import type { PythonValue } from './python-value';
import { type Assigned, runStatements } from './run-statements';

/** What is put before a line whose meaning is not known. */
const MARK = '# xm: ';

export interface ConvertedConfig {
  readonly text: string;
  /** How many lines are marked. */
  readonly marked: number;
}

/** Converts a text; never throws, whatever the text is. */
export function convertXm(source: string): ConvertedConfig {
  const text = normalize(source);
  const lines = readLines(text);
  const assigned = runStatements(text, lines);
  const last = new Map([...assigned].map(([line, { name }]) => [name, line]));
  let marked = 0;
  const parts = lines.map((line) => {
    const original = text.slice(line.start, line.end);
    const assignment = assigned.get(line);
    const isLast = assignment !== undefined && last.get(assignment.name) === line && isOfXl(assignment.name);
    const written = isLast ? writeStatement(original, assignment, commentOf(text, line)) : undefined;
    if (line.kind === 'between' || written !== undefined) return written ?? original;
    // What is known is in the values that were worked out with it.
    const mark = assignment?.value === undefined ? MARK : '# ';
    const comments = original.trimEnd().split('\n');
    if (mark === MARK) marked += comments.filter((each) => each.trim() !== '').length;
    return comments.map((each) => `${each.trim() === '' ? '' : mark + each.trimEnd()}\n`).join('');
  });
  return { text: parts.join(''), marked };
}

/** With line ends of Unix, and one at the end. */
function normalize(text: string): string {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  return lines.endsWith('\n') ? lines : `${lines}\n`;
}

/** Whether a name means something to xl, or to who moves from xm to xl. */
function isOfXl(name: string): boolean {
  return /^[a-z][a-z0-9_.]*$/.test(name) && (findOption(name) !== undefined || findForeignName(name)?.origin === 'xend');
}

/** The comment behind a statement on one line. */
function commentOf(text: string, { tokens }: PythonLine): string {
  const last = tokens.at(-1);
  return last?.kind === 'comment' ? `  ${text.slice(last.start, last.end).trimEnd()}` : '';
}

/** The statement for xl: as it was where xl reads the same, else with its value; undefined where it has none. */
function writeStatement(source: string, { name, value, isAdded }: Assigned, comment: string): string | undefined {
  const stored = value === undefined ? undefined : toStored(value);
  if (stored === undefined) return undefined;
  const result = storeSettings(parse(source.endsWith('\n') ? source : `${source}\n`));
  const isSame =
    !isAdded &&
    result.kind === 'settings' &&
    result.settings.length === 1 &&
    result.settings[0]?.operation === '=' &&
    JSON.stringify(result.settings[0].value) === JSON.stringify(stored);
  if (isSame) return source;
  const written = value === undefined ? undefined : write(value);
  return written === undefined ? undefined : `${name} = ${written}${comment}\n`;
}

/** What xl would store for a value; undefined where xl has nothing like it. */
function toStored(value: PythonValue): StoredValue | undefined {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'number') return String(value.value);
  const items = value.items.map(toStored);
  const stored = items.filter((item) => item !== undefined);
  return stored.length === items.length ? stored : undefined;
}

/** A value as xl reads it; a number below zero has to be a string there. */
function write(value: PythonValue): string | undefined {
  if (value.kind === 'text') return writeString(value.text, '"');
  if (value.kind === 'number') return value.value < 0n ? `"${value.value}"` : String(value.value);
  const items = value.items.map(write);
  if (items.some((item) => item === undefined)) return undefined;
  return items.length === 0 ? '[]' : `[ ${items.join(', ')} ]`;
}
