/** Finds the word that a misspelt one most likely stands for. */

/** A name may differ by a third of its letters, and by two at the most for short ones. */
const MAX_SHARE = 1 / 3;

/** The candidate nearest to `word`, when it is near enough to be a slip; ignores case, `-` and `_`. */
export function findClosest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = normalize(word);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(Math.max(wanted.length, 3) * MAX_SHARE)) + 1;
  for (const candidate of candidates) {
    const normalized = normalize(candidate);
    if (Math.abs(normalized.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, normalized);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function normalize(word: string): string {
  return word.toLowerCase().replace(/[-_.]/g, '');
}

/** Optimal string alignment distance: insert, delete, replace or swap neighbours, one each. */
function editDistance(left: string, right: string): number {
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const replace = at(previous, column - 1) + (left.charAt(row - 1) === right.charAt(column - 1) ? 0 : 1);
      const swap = isSwap(left, right, row, column) ? at(beforePrevious, column - 2) + 1 : Infinity;
      current.push(Math.min(at(previous, column) + 1, at(current, column - 1) + 1, replace, swap));
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, right.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

function isSwap(left: string, right: string, row: number, column: number): boolean {
  if (row < 2 || column < 2) return false;
  return left.charAt(row - 1) === right.charAt(column - 2) && left.charAt(row - 2) === right.charAt(column - 1);
}
