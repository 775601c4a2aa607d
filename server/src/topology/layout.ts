/** Where everything stands in the picture of a topology. All lengths are pixels of SVG. */
import type { Say } from '../messages/say';
import { arrange, type Joint, type Point, type Size } from './arrange';
import { type Block, type BlockEdge, groupKey, type GroupOfBlocks, makeBlocks } from './blocks';
import { NO_HOST } from './build-topology';
import { plainLabel, widthOf } from './label';
import type { EdgeUse, Topology, TopologyNode } from './topology';
import { countDomains, describeHost, describeNode, nameGroup, nameNode } from './words';

export interface Area extends Point, Size {}

export interface Box extends Area {
  readonly node: TopologyNode;
  /** The block that it is in, which lines speak of. */
  readonly block: string;
  readonly title: string;
  readonly detail: string;
}

/** Around a group or a block; a closed one has nothing in it. */
export interface Frame extends Area {
  readonly id: string;
  readonly kind: 'group' | 'block';
  readonly title: string;
  readonly detail: string;
  readonly isClosed: boolean;
}

/** From one block or closed group to another. */
export interface Line {
  readonly left: string;
  readonly right: string;
  readonly use: EdgeUse;
  /** Two at least. */
  readonly points: readonly Point[];
}

export interface Picture extends Size {
  readonly frames: readonly Frame[];
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

export const FONT = { title: 13, detail: 11 } as const;
export const PADDING = 10;
/** Of a mark beside the title of a box. */
export const MARK = 16;
const BOX = { height: 42, least: 96, most: 250 } as const;
const GAP = 8;
const HEADER = 28;
const MARGIN = 16;
const FAR = 90;
/** Groups beyond this begin a new row. */
const ROW_WIDTH = 1500;
/** In a block, boxes stand in so many rows for each column. */
const ROWS_A_COLUMN = 3;

/** What stands together, from its upper left corner. */
interface Part extends Size {
  readonly frames: readonly Frame[];
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

/** @param closed see `makeBlocks` */
export function layoutTopology(topology: Topology, closed: ReadonlySet<string>, say: Say): Picture {
  const { groups, outside, edges } = makeBlocks(topology, closed);
  const isAlone = groups.length === 1 && groups[0]?.group.id === NO_HOST;
  const parts = groups.map((group) => placeGroup(group, edges, isAlone, say));
  const inside = flow(parts, outside.length === 0 ? ROW_WIDTH : 0);
  const shared = flow(
    outside.map((block) => placeBlock(block, say)),
    0,
  );
  const all = join([inside, shift(shared, inside.width + FAR, Math.max(0, (inside.height - shared.height) / 2))]);
  const lines = [...all.lines, ...linesAcross(all, edges)];
  return shift({ ...all, lines }, MARGIN, MARGIN, MARGIN);
}

function placeGroup({ group, isClosed, domains, blocks }: GroupOfBlocks, edges: readonly BlockEdge[], isAlone: boolean, say: Say): Part {
  const parts = new Map(blocks.map((block) => [block.id, placeBlock(block, say)]));
  const own = edges.filter(({ left, right }) => parts.has(left) && parts.has(right));
  const inner = isAlone ? placeParts(parts, own) : shift(placeParts(parts, own), MARGIN, HEADER + MARGIN, MARGIN);
  if (isAlone) return inner;
  const isSmall = isClosed || blocks.length === 0;
  const known = group.host === undefined ? [] : describeHost(group.host);
  const title = plainLabel(say(nameGroup(group)));
  const detail = plainLabel([countDomains(domains), ...known].map(say).join(', '));
  const width = Math.max(isSmall ? 0 : inner.width, headWidth(title, detail));
  const frame: Frame = {
    id: groupKey(group.id),
    kind: 'group',
    title,
    detail,
    isClosed,
    x: 0,
    y: 0,
    width,
    height: isSmall ? HEADER + GAP : inner.height,
  };
  return { ...inner, frames: [frame, ...inner.frames], width, height: frame.height };
}

function headWidth(title: string, detail: string): number {
  return MARK + widthOf(title, FONT.title) * 1.1 + widthOf(detail, FONT.detail) + 4 * PADDING;
}

function placeParts(parts: ReadonlyMap<string, Part>, edges: readonly (Joint & BlockEdge)[]): Part {
  const { corners, ways, width, height } = arrange(parts, edges);
  const placed = join([...parts].map(([id, part]) => shift(part, corners.get(id)?.x ?? 0, corners.get(id)?.y ?? 0)));
  const areas = areasOf(placed);
  const lines = edges.flatMap((edge, index): readonly Line[] => {
    const points = ways[index] ?? [];
    return points.length > 1 ? [{ ...edge, points }] : straight(edge, areas);
  });
  return { ...placed, lines, width, height };
}

/** A single node, or a frame with the nodes in it. */
function placeBlock({ id, nodes, isClosed }: Block, say: Say): Part {
  const boxes = nodes.map((node) => makeBox(node, id, say));
  const width = Math.max(...boxes.map((box) => box.width));
  if (boxes.length === 1) return { frames: [], boxes, lines: [], width, height: BOX.height };
  const title = plainLabel(say(countDomains(nodes.length)));
  const least = headWidth(title, '');
  const head = { id, kind: 'block' as const, title, detail: '', isClosed, x: 0, y: 0 };
  if (isClosed) {
    const size = { width: Math.max(least, BOX.least), height: HEADER + GAP };
    return { frames: [{ ...head, ...size }], boxes: [], lines: [], ...size };
  }
  const columns = Math.max(1, Math.ceil(Math.sqrt(boxes.length / ROWS_A_COLUMN)));
  const rows = Math.ceil(boxes.length / columns);
  const placed = boxes.map((box, index) => ({
    ...box,
    width,
    x: GAP + (index % columns) * (width + GAP),
    y: HEADER + Math.floor(index / columns) * (BOX.height + GAP),
  }));
  const size = { width: Math.max(least, GAP + columns * (width + GAP)), height: HEADER + rows * (BOX.height + GAP) };
  return { frames: [{ ...head, ...size }], boxes: placed, lines: [], ...size };
}

function makeBox(node: TopologyNode, block: string, say: Say): Box {
  const title = plainLabel(nameNode(node));
  const detail = plainLabel(say(describeNode(node)));
  const widest = Math.max(widthOf(title, FONT.title) * 1.1 + (node.member === undefined ? 0 : 2 * MARK), widthOf(detail, FONT.detail));
  const width = Math.ceil(Math.min(BOX.most, Math.max(BOX.least, widest + 2 * PADDING + 1)));
  return { node, block, title, detail, x: 0, y: 0, width, height: BOX.height };
}

/** Puts parts side by side, and below each other where that becomes wider than a row. */
function flow(parts: readonly Part[], rowWidth: number): Part {
  const placed: Part[] = [];
  let [x, y, below, width] = [0, 0, 0, 0];
  for (const part of parts) {
    if (x > 0 && x + part.width > rowWidth) [x, y] = [0, below + MARGIN];
    placed.push(shift(part, x, y));
    [width, below] = [Math.max(width, x + part.width), Math.max(below, y + part.height)];
    x += part.width + MARGIN;
  }
  return { ...join(placed), width, height: below };
}

/** Parts in one, each where it stands. */
function join(parts: readonly Part[]): Part {
  return {
    frames: parts.flatMap(({ frames }) => frames),
    boxes: parts.flatMap(({ boxes }) => boxes),
    lines: parts.flatMap(({ lines }) => lines),
    width: parts.reduce((most, { width }) => Math.max(most, width), 0),
    height: parts.reduce((most, { height }) => Math.max(most, height), 0),
  };
}

/** @param behind what is left free right of it and below */
function shift({ frames, boxes, lines, width, height }: Part, dx: number, dy: number, behind = 0): Part {
  const move = <Moved extends Point>(point: Moved): Moved => ({ ...point, x: point.x + dx, y: point.y + dy });
  return {
    frames: frames.map(move),
    boxes: boxes.map(move),
    lines: lines.map((line) => ({ ...line, points: line.points.map(move) })),
    width: width + dx + behind,
    height: height + dy + behind,
  };
}

/** Where lines begin and end: the frame of a block, or its box. */
function areasOf({ frames, boxes }: Part): ReadonlyMap<string, Area> {
  return new Map<string, Area>([
    ...boxes.map((box): [string, Area] => [box.block, box]),
    ...frames.map((frame): [string, Area] => [frame.id, frame]),
  ]);
}

/** The lines that are not drawn yet. */
function linesAcross(part: Part, edges: readonly BlockEdge[]): readonly Line[] {
  const keyOf = ({ left, right, use }: BlockEdge): string => JSON.stringify([left, right, use]);
  const drawn = new Set(part.lines.map(keyOf));
  const areas = areasOf(part);
  return edges.filter((edge) => !drawn.has(keyOf(edge))).flatMap((edge) => straight(edge, areas));
}

/** From the right side of one area to the left side of another. */
function straight(edge: BlockEdge, areas: ReadonlyMap<string, Area>): readonly Line[] {
  const [from, to] = [areas.get(edge.left), areas.get(edge.right)];
  if (from === undefined || to === undefined) return [];
  const points = [
    { x: from.x + from.width, y: from.y + from.height / 2 },
    { x: to.x, y: to.y + to.height / 2 },
  ];
  return [{ ...edge, points }];
}
