/** Finds a place for each of several domains, so that none has more than it can hold. */

/** Something to be placed. */
export interface Load {
  /** KiB that it takes. */
  readonly size: number;
  /** The places where it may go, the better ones first. */
  readonly places: readonly number[];
}

/**
 * `found`: a place for each load; `impossible`: there is no way, which was proven; `unknown`: none was found before the search was given
 * up.
 */
export type Assignment = { readonly kind: 'found'; readonly places: readonly number[] } | { readonly kind: 'impossible' | 'unknown' };

/** So many loads are tried at places, which takes some tenths of a second at the most. */
const MAX_TRIES = 200_000;

/**
 * Places all loads.
 * @param room KiB that each place has left; infinite where nobody knows
 */
export function assign(loads: readonly Load[], room: readonly number[], maxTries = MAX_TRIES): Assignment {
  return new Search(loads, room, maxTries).run();
}

class Search {
  private readonly loads: readonly Load[];
  private readonly order: readonly number[];
  private readonly left: number[];
  private readonly chosen: number[];
  /** What all loads from one in the order on take together. */
  private readonly rest: readonly number[];
  private tries: number;

  constructor(loads: readonly Load[], room: readonly number[], maxTries: number) {
    this.loads = loads;
    this.left = [...room];
    this.chosen = loads.map(() => -1);
    this.tries = maxTries;
    // Who has least choice goes first, then who takes most: what is left over fits in easily.
    this.order = loads.map((_, index) => index).sort((a, b) => this.choicesOf(a) - this.choicesOf(b) || this.sizeOf(b) - this.sizeOf(a));
    const rest: number[] = [0];
    for (const index of [...this.order].reverse()) rest.unshift(this.sizeOf(index) + (rest[0] ?? 0));
    this.rest = rest;
  }

  run(): Assignment {
    const isFound = this.place();
    if (isFound === undefined) return { kind: 'unknown' };
    return isFound ? { kind: 'found', places: this.chosen } : { kind: 'impossible' };
  }

  /** Goes forth and back through the order without recursion, since there can be thousands of loads. */
  private place(): boolean | undefined {
    const candidates: number[][] = [];
    let depth = 0;
    while (depth >= 0 && depth < this.order.length) {
      const index = this.order[depth] ?? 0;
      candidates[depth] ??= this.candidatesFor(index, depth);
      this.takeBack(index);
      const next = candidates[depth]?.shift();
      if (next === undefined) {
        candidates.length = depth;
        depth -= 1;
      } else {
        this.tries -= 1;
        if (this.tries < 0) return undefined;
        this.put(index, next);
        depth += 1;
      }
    }
    return depth >= 0;
  }

  /** Where a load fits now; nowhere, where those that are left take more than there is. */
  private candidatesFor(index: number, depth: number): number[] {
    if ((this.rest[depth] ?? 0) > this.left.reduce((sum, room) => sum + room, 0)) return [];
    const size = this.sizeOf(index);
    return (this.loads[index]?.places ?? []).filter((place) => (this.left[place] ?? 0) >= size);
  }

  private put(index: number, place: number): void {
    this.chosen[index] = place;
    this.left[place] = (this.left[place] ?? 0) - this.sizeOf(index);
  }

  private takeBack(index: number): void {
    const place = this.chosen[index] ?? -1;
    if (place < 0) return;
    this.left[place] = (this.left[place] ?? 0) + this.sizeOf(index);
    this.chosen[index] = -1;
  }

  private choicesOf(index: number): number {
    return this.loads[index]?.places.length ?? 0;
  }

  private sizeOf(index: number): number {
    return this.loads[index]?.size ?? 0;
  }
}

/** Fewer for each question of many. */
const MAX_TRIES_EACH = 2000;

/**
 * Loads of an impossible problem that are impossible together, by their places in it. Where each question could be answered, the others
 * find room without any one of them.
 */
export function smallestConflict(loads: readonly Load[], room: readonly number[], maxTries = MAX_TRIES_EACH): readonly number[] {
  let kept = loads.map((_, index) => index);
  for (const index of [...kept].sort((a, b) => (loads[a]?.size ?? 0) - (loads[b]?.size ?? 0))) {
    const without = kept.filter((each) => each !== index);
    const some = without.flatMap((each) => loads[each] ?? []);
    if (assign(some, room, maxTries).kind === 'impossible') kept = without;
  }
  return kept;
}
