/** Finds what occurs more than once. */
import type { TextRange } from '../../text/text-range';

export interface Occurrence {
  /** What has to be unique. */
  readonly key: string;
  readonly range: TextRange;
}

export interface Repeat extends Occurrence {
  /** Where the key occurs first. */
  readonly first: TextRange;
}

/** Every occurrence of a key but its first. */
export function* findRepeats(occurrences: Iterable<Occurrence>): Generator<Repeat> {
  const seen = new Map<string, TextRange>();
  for (const { key, range } of occurrences) {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, range);
    else yield { key, range, first };
  }
}
