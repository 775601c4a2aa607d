/** Mistakes in a project file, and the places inside it that they are about. */
import type { Message } from '../text/message';
import type { TextRange } from '../text/text-range';

export interface ProjectProblem {
  /** A sentence without a full stop. */
  readonly message: Message;
  readonly range: TextRange;
}

/** The way from the root of a JSON value to a part of it: names of properties and indices of lists. */
export type JsonPath = readonly (string | number)[];

/** Takes a mistake in the value at `path`, or in the name of that property. */
export type Report = (path: JsonPath, message: Message, part?: 'value' | 'name') => void;

/** What is wrong counts as not said, and nobody hears of it. */
export const IGNORE_PROBLEMS: Report = () => undefined;

const PLAIN_NAME = /^[\w-]+$/;
const LONGEST_NAME = 60;

/** A path as people write it: `overrides[0].rules.octal-number`, `roots["/boot"]`. */
export function describePath(path: JsonPath): string {
  return path.reduce<string>((place, part) => {
    if (typeof part === 'number') return `${place}[${part}]`;
    const name = part.length > LONGEST_NAME ? `${part.slice(0, LONGEST_NAME)}…` : part;
    if (!PLAIN_NAME.test(part)) return `${place}[${JSON.stringify(name)}]`;
    return place === '' ? name : `${place}.${name}`;
  }, '');
}
