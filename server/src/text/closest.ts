/** Finds the word that a misspelt one most likely stands for. */

/** A name may differ by a third of its letters, by one at least, and by no more than the slips of one word. */
const MAX_SHARE = 1 / 3;
const SHORTEST = 3;
const MAX_SLIPS = 3;

/** A candidate, prepared once for all words that are compared with it. */
interface Candidate {
  readonly word: string;
  readonly normalized: string;
  readonly letters: number;
}

/** Gives the candidate nearest to a word. */
export type ClosestFinder = (word: string) => string | undefined;

/**
 * Makes a finder of the candidate nearest to a word, when it is near enough to be a slip; case,
 * `-`, `_` and `.` do not count.
 */
export function closestAmong(words: readonly string[]): ClosestFinder {
  const candidates = words.map((word): Candidate => {
    const normalized = normalize(word);
    return { word, normalized, letters: lettersOf(normalized) };
  });
  return (word) => choose(normalize(word), candidates);
}

/** The candidate nearest to one word; who asks about many makes a finder. */
export function findClosest(word: string, candidates: readonly string[]): string | undefined {
  return closestAmong(candidates)(word);
}

function choose(wanted: string, candidates: readonly Candidate[]): string | undefined {
  const letters = lettersOf(wanted);
  let best: string | undefined;
  let limit = Math.min(MAX_SLIPS, Math.max(1, Math.floor(Math.max(wanted.length, SHORTEST) * MAX_SHARE)));
  for (const candidate of candidates) {
    if (limit === 0 && best !== undefined) break;
    const allowed = best === undefined ? limit : limit - 1;
    if (leastDistance(wanted, letters, candidate) > allowed) continue;
    const distance = editDistance(wanted, candidate.normalized, allowed);
    if (distance > allowed) continue;
    best = candidate.word;
    limit = distance;
  }
  return best;
}

function normalize(word: string): string {
  return word.toLowerCase().replace(/[-_.]/g, '');
}

const LETTERS = 32;

/** Which letters occur, one bit for each; others share the bits. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) % LETTERS);
  return letters;
}

/** A bound for the distance that costs next to nothing: every letter that only one of the words has takes a change. */
function leastDistance(wanted: string, letters: number, { normalized, letters: others }: Candidate): number {
  const onlyHere = countBits(letters & ~others);
  const onlyThere = countBits(others & ~letters);
  return Math.max(Math.abs(wanted.length - normalized.length), onlyHere, onlyThere);
}

function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const nibbles = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** Optimal string alignment distance: insert, delete, replace or swap neighbours, one each; anything above `limit` where it is above. */
function editDistance(left: string, right: string, limit: number): number {
  const width = right.length + 1;
  const tooFar = limit + 1;
  let [beforePrevious, previous, current] = [new Array<number>(width), new Array<number>(width), new Array<number>(width)];
  for (let column = 0; column < width; column++) previous[column] = column;
  for (let row = 1; row <= left.length; row++) {
    current.fill(tooFar);
    let nearest = (current[0] = row);
    // Further off the diagonal the lengths alone differ by more than the limit.
    const [first, last] = [Math.max(1, row - limit), Math.min(right.length, row + limit)];
    for (let column = first; column <= last; column++) {
      const isSame = left.charCodeAt(row - 1) === right.charCodeAt(column - 1);
      let distance = at(previous, column - 1) + (isSame ? 0 : 1);
      distance = Math.min(distance, at(previous, column) + 1, at(current, column - 1) + 1);
      if (isSwap(left, right, row, column)) distance = Math.min(distance, at(beforePrevious, column - 2) + 1);
      current[column] = distance;
      nearest = Math.min(nearest, distance);
    }
    // A swap gets no lower: without it, the row before the last would have got there by replacing.
    if (nearest > limit) return tooFar;
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  return at(previous, right.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

function isSwap(left: string, right: string, row: number, column: number): boolean {
  if (row < 2 || column < 2) return false;
  return left.charCodeAt(row - 1) === right.charCodeAt(column - 2) && left.charCodeAt(row - 2) === right.charCodeAt(column - 1);
}
