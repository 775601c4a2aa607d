/** Divides work among those who can do it, and gives the results in the order of the work. */

/** Does a share of the work. */
export type Worker<Item, Result> = (share: readonly Item[]) => Promise<Result>;

/** So many shares wait at one of the others, so that it does not wait for us. */
const AHEAD = 2;

/**
 * The results of all shares, each as soon as it and all before it are there.
 * @param own does what nobody else does, or has begun and failed to end
 */
export async function* inShares<Item, Result>(
  items: readonly Item[],
  size: number,
  own: Worker<Item, Result>,
  others: readonly Worker<Item, Result>[],
): AsyncGenerator<Result> {
  const slots = Array.from({ length: Math.ceil(items.length / size) }, () => new Slot<Result>());
  const unbegun = slots.entries();
  // They share the iterator, so each share is begun once.
  const work = async (worker: Worker<Item, Result>): Promise<void> => {
    for (const [index, slot] of unbegun) {
      const share = items.slice(index * size, (index + 1) * size);
      await slot.fill(worker === own ? own(share) : worker(share).catch(() => own(share)));
    }
  };
  for (const worker of [own, ...others.flatMap((other) => Array<typeof other>(AHEAD).fill(other))]) void work(worker);
  for (const slot of slots) yield await slot.result;
}

/** The place of a result that is still to come. */
class Slot<Result> {
  readonly result: Promise<Result>;
  private settle: (result: Promise<Result>) => void = () => undefined;

  constructor() {
    this.result = new Promise((resolve) => {
      this.settle = resolve;
    });
    // It is looked at later.
    this.result.catch(() => undefined);
  }

  async fill(result: Promise<Result>): Promise<void> {
    this.settle(result);
    await result.catch(() => undefined);
  }
}
