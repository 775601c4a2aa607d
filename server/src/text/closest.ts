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
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const isSame = left.charAt(i - 1) === right.charAt(j - 1);
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && left.charAt(i - 1) === right.charAt(j - 2) && left.charAt(i - 2) === right.charAt(j - 1);
      if (isSwap) cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforePrevious = previous;
    previous = row;
  }
  return previous[right.length] ?? 0;
}
