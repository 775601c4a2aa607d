/** Adds strings to the lists of a config. */
import type { DomainModel } from '../../model/domain-model';
import { isBroken } from '../../model/queries/setting-at';
import type { OptionName } from '../../options/index';
import type { List } from '../../syntax/nodes';
import { quoteOf, writeString } from '../../syntax/string-literal';
import { findLineEnd, findLineStart } from '../../text/line-index';
import type { TextEdit } from '../../text/text-edit';
import { textRange } from '../../text/text-range';
import type { DeviceItem } from './write-device';

export interface AddedItems {
  /** In lists that are there. */
  readonly edits: readonly TextEdit[];
  /** Statements for options that are not set yet. */
  readonly statements: readonly string[];
}

/** Adds each string to the list of its option; undefined where one is no list that can grow. */
export function addItems(model: DomainModel, items: readonly DeviceItem[]): AddedItems | undefined {
  const byOption = new Map<OptionName, string[]>();
  for (const { option, text } of items) byOption.set(option, [...(byOption.get(option) ?? []), text]);
  const edits: TextEdit[] = [];
  const statements: string[] = [];
  for (const [option, texts] of byOption) {
    const setting = model.byName.get(option);
    const list = setting?.assignment.value;
    if (setting === undefined) statements.push(writeStatement(option, texts));
    else if (list?.kind === 'list' && !isBroken(setting, model)) edits.push(...growList(list, texts, model.tree.text));
    else return undefined;
  }
  return { edits, statements };
}

function writeStatement(option: string, texts: readonly string[]): string {
  const literals = texts.map((text) => literalOf(text, '"'));
  if (literals.length === 1) return `${option} = [ ${literals.join('')} ]`;
  return `${option} = [\n${literals.map((literal) => `    ${literal},\n`).join('')}]`;
}

function literalOf(text: string, quote: '"' | "'"): string {
  return writeString(text.replaceAll('\0', ''), quote) ?? '';
}

function growList({ range, items }: List, texts: readonly string[], text: string): readonly TextEdit[] {
  const last = items.at(-1);
  const literals = texts.map((each) => literalOf(each, last === undefined ? '"' : quoteOf(text, last.range)));
  if (last === undefined) return [insert(range.end - 1, `${text.charAt(range.end - 2) === '[' ? ' ' : ''}${literals.join(', ')} `)];
  const lineStart = findLineStart(text, last.range.start);
  const indent = text.slice(lineStart, last.range.start);
  const lineEnd = findLineEnd(text, last.range.end);
  const isOnLines = lineStart > range.start && indent.trim() === '' && lineEnd < range.end;
  if (!isOnLines) return [insert(last.range.end, literals.map((literal) => `, ${literal}`).join(''))];
  // Behind the comment that the last item may have on its line.
  const hasComma = /^\s*,/.test(text.slice(last.range.end, range.end));
  const lines = literals.map((literal, index) => `\n${indent}${literal}${hasComma || index < literals.length - 1 ? ',' : ''}`).join('');
  return [...(hasComma ? [] : [insert(last.range.end, ',')]), insert(lineEnd, lines)];
}

function insert(offset: number, newText: string): TextEdit {
  return { range: textRange(offset, offset), newText };
}
