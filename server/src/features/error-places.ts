/** Finds the place in a config that a message of Xen's programs is about, by what the message names. */
import type { ErrorMessage } from '../errors/error-message';
import { isPlaceName, type Lead, leadOf, type Values } from '../errors/places';
import { deviceItems } from '../model/queries/device-items';
import { listDisks, type PlacedDisk } from '../model/queries/disks';
import type { DomainModel } from '../model/domain-model';
import { formatBdf, readBdf } from '../specs/pci/bdf';
import { findLineEnd } from '../text/line-index';
import { type TextRange, textRange } from '../text/text-range';

type Find = (value: string, model: DomainModel, message: ErrorMessage) => TextRange | undefined;

/** The most telling lead first. */
const FINDERS: readonly (readonly [Lead, Find])[] = [
  ['line', findLine],
  ['bdf', findBdf],
  ['vdev', findVdev],
  ['backend', findBackend],
  ['option', findOption],
  ['value', findValue],
];

/** The place that the values of a message lead to. */
export function findErrorPlace(message: ErrorMessage, values: Values, model: DomainModel): TextRange | undefined {
  for (const [lead, find] of FINDERS) {
    for (const [name, value] of Object.entries(values)) {
      if (!isPlaceName(name) || leadOf(name) !== lead) continue;
      const range = find(value, model, message);
      if (range !== undefined) return range;
    }
  }
  return undefined;
}

/** xl counts a line too few where a statement ends too early; what the parser found there knows better. */
function findLine(value: string, { tree }: DomainModel): TextRange | undefined {
  const line = Number(value);
  const problem = tree.problems.find(({ reportedLine }) => reportedLine === line);
  if (problem !== undefined) return problem.range;
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    start = tree.text.indexOf('\n', start) + 1;
    if (start === 0) return undefined;
  }
  const end = findLineEnd(tree.text, start);
  const blanks = tree.text.slice(start, end).search(/\S/);
  return blanks < 0 ? undefined : textRange(start + blanks, end);
}

const ADDRESS = /(?:[\da-f]{1,4}:)?[\da-f]{1,2}:[\da-f]{1,2}\.[0-7*]/i;

function findBdf(value: string, model: DomainModel): TextRange | undefined {
  const wanted = keyOf(value, model);
  if (wanted === undefined) return undefined;
  for (const item of deviceItems(model, 'pci')) {
    const match = ADDRESS.exec(item.text);
    const found = match === null ? undefined : keyOf(match[0], model);
    if (match === null || found === undefined) continue;
    // `*` stands for all functions.
    const isMeant = found.endsWith('*') ? wanted.startsWith(found.slice(0, -1)) : found === wanted;
    if (isMeant) return item.rangeOf({ start: match.index, end: match.index + match[0].length });
  }
  return undefined;
}

function keyOf(address: string, { target }: DomainModel): string | undefined {
  const bdf = readBdf(address, target);
  return bdf === undefined ? undefined : formatBdf(bdf);
}

function findVdev(value: string, model: DomainModel): TextRange | undefined {
  return findDisk(model, ({ disk }) => disk.vdev?.text === value);
}

function findDisk(model: DomainModel, isMeant: (disk: PlacedDisk) => boolean): TextRange | undefined {
  return listDisks(model).find(isMeant)?.item.wholeRange;
}

/** Paths in xenstore, such as `/local/domain/0/backend/vbd/5/51712`. */
function findBackend(value: string, model: DomainModel): TextRange | undefined {
  const [, kind = '', device] = /\/backend\/([a-z\d]+)\/\d+\/(\d+)/.exec(value) ?? [];
  if (kind === 'vif') return findCard(model, Number(device));
  return ['vbd', 'vbd3', 'qdisk'].includes(kind) ? findDisk(model, (disk) => disk.device?.number === Number(device)) : undefined;
}

/** A network card has the number that it says, or that of its position. */
function findCard(model: DomainModel, number: number): TextRange | undefined {
  const cards = deviceItems(model, 'vif');
  const numbered = cards.find(({ text }) => Number(/(?:^|,)\s*devid=(\d+)/.exec(text)?.[1]) === number);
  return (numbered ?? cards[number])?.wholeRange;
}

function findOption(value: string, { settings }: DomainModel): TextRange | undefined {
  return settings.filter(({ name, option }) => name === value && option !== undefined).at(-1)?.valueRange;
}

/** What is around a word that a longer word would go on with. */
const WORD = /[\w/.]/;

function findValue(value: string, { settings, tree }: DomainModel, { options }: ErrorMessage): TextRange | undefined {
  if (value === '') return undefined;
  for (const { name, valueRange } of settings) {
    if (options !== undefined && !options.some((each) => each === name)) continue;
    const start = findWord(value, tree.text.slice(valueRange.start, valueRange.end));
    if (start >= 0) return textRange(valueRange.start + start, valueRange.start + start + value.length);
  }
  return undefined;
}

/** The offset of a text that is no part of a longer word; -1 where there is none. */
function findWord(word: string, text: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (!WORD.test(text.charAt(at - 1)) && !WORD.test(text.charAt(at + word.length))) return at;
  }
  return -1;
}
