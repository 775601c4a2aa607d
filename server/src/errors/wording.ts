/** Finds one wording of a message in a line, and what stands in its places. */
import { fits, type Form, isPlaceName, PLACES, type PlaceName, type Values } from './places';

/** A wording taken apart: `fragments` stand around `places`, the first and the last of them can be empty. */
export interface Wording {
  readonly fragments: readonly string[];
  readonly places: readonly PlaceName[];
  /** Which fragment is looked for first: the longest one. */
  readonly anchor: number;
  /** How much of the line it explains. */
  readonly weight: number;
}

/** The longest number at the beginning of a wording. */
const MAX_DIGITS = 24;

/** How often the anchor is tried in one line. */
const MAX_ATTEMPTS = 3;

/** Takes a wording with `{places}` apart. */
export function readWording(text: string): Wording {
  const parts = text.split(/\{(\w+)\}/);
  const fragments = parts.filter((_, index) => index % 2 === 0);
  const places = parts.filter((_, index) => index % 2 === 1).map(toPlaceName);
  const lengths = fragments.map(({ length }) => length);
  return { fragments, places, anchor: lengths.indexOf(Math.max(...lengths)), weight: lengths.reduce((sum, length) => sum + length, 0) };
}

function toPlaceName(name: string): PlaceName {
  if (!isPlaceName(name)) throw new Error(`${name} is not a place`);
  return name;
}

/** The values of the places where a line has the wording; undefined where it has not. */
export function findWording(wording: Wording, text: string): Values | undefined {
  // What stands at the end can be empty.
  const line = `${text} `;
  const anchor = wording.fragments[wording.anchor] ?? '';
  let at = line.indexOf(anchor);
  for (let attempt = 0; at >= 0 && attempt < MAX_ATTEMPTS; attempt++) {
    const before = readBefore(wording, line, at);
    const after = before === undefined ? undefined : readAfter(wording, line, at + anchor.length);
    if (before !== undefined && after !== undefined) return { ...before, ...after };
    at = line.indexOf(anchor, at + 1);
  }
  return undefined;
}

/** The places in front of the anchor, each as short as it can be. */
function readBefore({ fragments, places, anchor }: Wording, line: string, at: number): Values | undefined {
  const values: Partial<Record<PlaceName, string>> = {};
  let end = at;
  for (let index = anchor - 1; index >= 0; index--) {
    const [fragment, place] = [fragments[index] ?? '', places[index]];
    const start = fragment === '' ? startOf(place, line, end) : findBefore(fragment, line, end);
    if (start === undefined || place === undefined) return undefined;
    const value = line.slice(start, end);
    if (!fits(place, value)) return undefined;
    values[place] = value;
    end = start - fragment.length;
  }
  return values;
}

/** Behind the last occurrence of a fragment that ends before `end`. */
function findBefore(fragment: string, line: string, end: number): number | undefined {
  const from = end - fragment.length;
  const at = from < 0 ? -1 : line.lastIndexOf(fragment, from);
  return at < 0 ? undefined : at + fragment.length;
}

/** Where a place begins that has nothing in front of it. */
function startOf(place: PlaceName | undefined, line: string, end: number): number {
  const form = place === undefined ? 'text' : PLACES[place].form;
  if (form === 'text') return 0;
  if (form === 'word') return line.lastIndexOf(' ', end - 1) + 1;
  const digits = /[+-]?(?:0x)?[\da-f]*$/i.exec(line.slice(Math.max(0, end - MAX_DIGITS), end));
  return end - (digits?.[0].length ?? 0);
}

/** The places after the anchor, each as short as it can be. */
function readAfter({ fragments, places, anchor }: Wording, line: string, from: number): Values | undefined {
  const values: Partial<Record<PlaceName, string>> = {};
  let start = from;
  for (let index = anchor; index < places.length; index++) {
    const [fragment, place] = [fragments[index + 1] ?? '', places[index]];
    const end = fragment === '' ? line.length : line.indexOf(fragment, start);
    if (end < 0 || place === undefined) return undefined;
    const value = line.slice(start, end);
    const text = fragment === '' ? readLast(value, PLACES[place].form) : value;
    if (!fits(place, text)) return undefined;
    values[place] = text;
    start = end + fragment.length;
  }
  return values;
}

/** What stands in a place after which nothing follows: a word ends at the next blank, and a full stop ends the sentence. */
function readLast(rest: string, form: Form): string {
  const text = form === 'text' ? rest.trimEnd() : (/^[^\s,;]*/.exec(rest)?.[0] ?? '');
  return text.endsWith('.') ? text.slice(0, -1) : text;
}
