/** Where an arrow key leads among things that stand anywhere. */

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What lies beside the way counts as if it were so many times as far; what lies in it, the less the straighter it is ahead. */
const ASIDE = 2.5;
const ASKEW = 0.1;

interface Extent {
  readonly start: number;
  readonly end: number;
}

/**
 * The nearest thing in a direction.
 * @param direction one step to the right and down
 * @returns its index; undefined where there is none
 */
export function nearest(from: Rectangle, others: readonly Rectangle[], [dx, dy]: readonly [number, number]): number | undefined {
  const isAcross = dx !== 0;
  const [own, ownAside] = extentsOf(from, isAcross);
  let found: number | undefined;
  let least = Infinity;
  for (const [index, other] of others.entries()) {
    const [along, aside] = extentsOf(other, isAcross);
    const ahead = dx + dy > 0 ? along.start - middleOf(own) : middleOf(own) - along.end;
    const gap = Math.max(0, aside.start - ownAside.end, ownAside.start - aside.end);
    const distance = ahead + gap * ASIDE + Math.abs(middleOf(aside) - middleOf(ownAside)) * ASKEW;
    if (ahead > 0 && distance < least) [found, least] = [index, distance];
  }
  return found;
}

/** Along the way, and across it. */
function extentsOf({ left, top, width, height }: Rectangle, isAcross: boolean): readonly [Extent, Extent] {
  const [across, down] = [
    { start: left, end: left + width },
    { start: top, end: top + height },
  ];
  return isAcross ? [across, down] : [down, across];
}

function middleOf({ start, end }: Extent): number {
  return (start + end) / 2;
}
