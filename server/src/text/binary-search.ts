/** Looks things up in what stands in order, because a hostile text has very many of them. */

/** The index of the first item for which a condition holds, that holds for all after it too; the number of items where it never does. */
export function firstIndex<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item === undefined || holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
