/** Places boxes that are joined, from the left to the right, so that few lines cross. */
import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from '@dagrejs/dagre';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Joint {
  readonly left: string;
  readonly right: string;
}

export interface Arrangement {
  /** The upper left corner of each, from 0 on. */
  readonly corners: ReadonlyMap<string, Point>;
  /** The points that a line goes along, by the index of its joint; none where it can go straight. */
  readonly ways: readonly (readonly Point[])[];
  readonly width: number;
  readonly height: number;
}

/** The layout takes more than linear time, so that larger pictures are arranged in columns. */
const MOST = { boxes: 150, joints: 600 } as const;
const GAP = { across: 80, down: 14 } as const;

/** @param sizes of the boxes, by what the joints call them */
export function arrange(sizes: ReadonlyMap<string, Size>, joints: readonly Joint[]): Arrangement {
  const isSmall = sizes.size <= MOST.boxes && joints.length <= MOST.joints;
  return isSmall ? arrangeInLayers(sizes, joints) : arrangeInColumns(sizes, joints);
}

function arrangeInLayers(sizes: ReadonlyMap<string, Size>, joints: readonly Joint[]): Arrangement {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({ rankdir: 'LR', nodesep: GAP.down, ranksep: GAP.across });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const [id, { width, height }] of sizes) graph.setNode(id, { width, height });
  for (const { left, right } of joints) graph.setEdge(left, right);
  layout(graph);
  const corners = new Map(
    [...sizes].map(([id, { width, height }]) => {
      const { x = 0, y = 0 } = graph.node(id);
      return [id, { x: x - width / 2, y: y - height / 2 }];
    }),
  );
  const ways = joints.map(({ left, right }) => graph.edge(left, right).points ?? []);
  return { corners, ways, ...extentOf(corners, sizes) };
}

/** What only has lines to the right stands left, what only has lines to the left stands right, and the rest between. */
function arrangeInColumns(sizes: ReadonlyMap<string, Size>, joints: readonly Joint[]): Arrangement {
  const [hasRight, hasLeft] = [new Set(joints.map(({ left }) => left)), new Set(joints.map(({ right }) => right))];
  const columnOf = (id: string): number => (!hasLeft.has(id) && hasRight.has(id) ? 0 : hasLeft.has(id) && !hasRight.has(id) ? 2 : 1);
  const corners = new Map<string, Point>();
  let x = 0;
  for (const column of [0, 1, 2]) {
    let [y, widest] = [0, 0];
    for (const [id, { width, height }] of sizes) {
      if (columnOf(id) !== column) continue;
      corners.set(id, { x, y });
      [y, widest] = [y + height + GAP.down, Math.max(widest, width)];
    }
    if (widest > 0) x += widest + GAP.across;
  }
  return { corners, ways: joints.map(() => []), ...extentOf(corners, sizes) };
}

function extentOf(corners: ReadonlyMap<string, Point>, sizes: ReadonlyMap<string, Size>): Size {
  let [right, bottom] = [0, 0];
  for (const [id, { width, height }] of sizes) {
    const { x, y } = corners.get(id) ?? { x: 0, y: 0 };
    [right, bottom] = [Math.max(right, x + width), Math.max(bottom, y + height)];
  }
  return { width: right, height: bottom };
}
