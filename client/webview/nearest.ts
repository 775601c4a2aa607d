/** Where an arrow key leads among things that stand anywhere. */

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What lies beside the way counts as if it were so many times as far. */
const ASIDE = 2.5;

/**
 * The nearest thing in a direction.
 * @param direction one step to the right and down
 * @returns its index; undefined where there is none
 */
export function nearest(from: Rectangle, others: readonly Rectangle[], [dx, dy]: readonly [number, number]): number | undefined {
  const start = middleOf(from);
  let found: number | undefined;
  let least = Infinity;
  for (const [index, other] of others.entries()) {
    const { x, y } = middleOf(other);
    const along = (x - start.x) * dx + (y - start.y) * dy;
    const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
    const distance = along + aside * ASIDE;
    if (along > 1 && distance < least) [found, least] = [index, distance];
  }
  return found;
}

function middleOf({ left, top, width, height }: Rectangle): { readonly x: number; readonly y: number } {
  return { x: left + width / 2, y: top + height / 2 };
}
