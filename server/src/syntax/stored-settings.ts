/** The settings that xl's parser keeps of a text (libxlu_cfg.c, xlu__cfg_set_store), or the errors it stops with. */
import type { List, SyntaxTree, ValueNode } from './nodes';
import { ACCEPTED_BY_XL } from './syntax-problem';

/** A value as xl stores it: text (numbers too), or a list. */
export type StoredValue = string | StoredValue[];

export interface StoredSetting {
  readonly name: string;
  readonly operation: '=' | '+=';
  readonly value: StoredValue;
  /** One-based line on which the value begins. */
  readonly line: number;
}

export interface StoreError {
  readonly code: string;
  /** One-based line of the mistake. */
  readonly line: number;
  /** The line number that xl prints, which is one less where a line ends too early. */
  readonly reportedLine: number;
}

export type StoreResult =
  | { readonly kind: 'settings'; readonly settings: readonly StoredSetting[] }
  | { readonly kind: 'errors'; readonly errors: readonly StoreError[] };

/** What xl 4.13 and later make of the text; earlier releases do not know `+=`. */
export function storeSettings(tree: SyntaxTree): StoreResult {
  const lines = new LineCounter(tree.text);
  const settings: StoredSetting[] = [];
  const latest = new Map<string, number>();
  const mismatches: StoreError[] = [];
  for (const assignment of tree.assignments) {
    const line = lines.lineAt(assignment.value.range.start);
    const previousIndex = latest.get(assignment.name.text);
    const previous = assignment.operator === '+=' && previousIndex !== undefined ? settings[previousIndex] : undefined;
    const value = joinValues(previous?.value, toStored(assignment.value));
    if (value === undefined) {
      const endLine = lines.lineAt(assignment.value.range.end);
      mismatches.push({ code: 'add-assign-type-mismatch', line: endLine, reportedLine: endLine });
      continue;
    }
    // The joined list takes its items over from the earlier setting, which stays behind empty.
    if (previous !== undefined && previousIndex !== undefined && typeof previous.value !== 'string') {
      settings[previousIndex] = { ...previous, value: [] };
    }
    latest.set(assignment.name.text, settings.length);
    settings.push({ name: assignment.name.text, operation: assignment.operator, value, line });
  }
  const problems = tree.problems.filter((problem) => !ACCEPTED_BY_XL.has(problem.code));
  const errors = [...problems.map(({ code, line, reportedLine }) => ({ code, line, reportedLine })), ...mismatches];
  if (errors.length === 0) return { kind: 'settings', settings };
  return { kind: 'errors', errors: errors.sort((a, b) => a.line - b.line) };
}

/** Takes a list over from the earlier setting, which loses it, so that it need not be copied. */
function joinValues(previous: StoredValue | undefined, added: StoredValue): StoredValue | undefined {
  if (previous === undefined) return added;
  if (typeof previous === 'string') return typeof added === 'string' ? previous + added : undefined;
  if (typeof added === 'string') return undefined;
  for (const item of added) previous.push(item);
  return previous;
}

/** An unfinished list: what is stored so far, and what is left to store. */
interface OpenList {
  readonly items: readonly ValueNode[];
  readonly stored: StoredValue[];
  next: number;
}

/** Without recursion, because lists nest some five thousand levels deep before xl refuses them. */
function toStored(node: ValueNode): StoredValue {
  if (node.kind !== 'list') return storeAtom(node);
  const result: StoredValue[] = [];
  const open: OpenList[] = [{ items: node.items, stored: result, next: 0 }];
  for (let list = open.at(-1); list !== undefined; list = open.at(-1)) {
    const item = list.items[list.next];
    list.next += 1;
    if (item === undefined) {
      open.pop();
    } else if (item.kind === 'list') {
      const stored: StoredValue[] = [];
      list.stored.push(stored);
      open.push({ items: item.items, stored, next: 0 });
    } else {
      list.stored.push(storeAtom(item));
    }
  }
  return result;
}

function storeAtom(node: Exclude<ValueNode, List>): string {
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'number':
      return node.text;
    case 'missing':
      return '';
    default: {
      const unreachable: never = node;
      return unreachable;
    }
  }
}

/** Counts lines forward only; the offsets asked for have to grow. */
class LineCounter {
  private line = 1;
  private offset = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  lineAt(offset: number): number {
    for (let end = this.text.indexOf('\n', this.offset); end >= 0 && end < offset; end = this.text.indexOf('\n', end + 1)) {
      this.line += 1;
      this.offset = end + 1;
    }
    return this.line;
  }
}

/** Writes a value as JSON, without recursion: JSON.stringify runs out of stack on lists that xl still reads. */
export function formatStoredValue(value: StoredValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  let text = '[';
  const open = [{ items: value, next: 0 }];
  for (let list = open.at(-1); list !== undefined; list = open.at(-1)) {
    const item = list.items[list.next];
    const separator = item !== undefined && list.next > 0 ? ',' : '';
    list.next += 1;
    if (item === undefined) {
      text += ']';
      open.pop();
    } else if (typeof item === 'string') {
      text += separator + JSON.stringify(item);
    } else {
      text += `${separator}[`;
      open.push({ items: item, next: 0 });
    }
  }
  return text;
}
