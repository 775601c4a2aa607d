/** What of a topology is drawn as one: domains that use the same things stand in one block, and closed groups and blocks are a single box. */
import { addTo } from './multimap';
import type { EdgeUse, Topology, TopologyGroup, TopologyNode } from './topology';

/** Domains that use the same, or one other node. */
export interface Block {
  readonly id: string;
  readonly nodes: readonly TopologyNode[];
  readonly isClosed: boolean;
}

export interface GroupOfBlocks {
  readonly group: TopologyGroup;
  readonly isClosed: boolean;
  /** How many domains it has. */
  readonly domains: number;
  /** None where it is closed. */
  readonly blocks: readonly Block[];
}

/** Between two blocks, or a closed group and a block, from the left to the right: driver domains, bridges, domains, what they have. */
export interface BlockEdge {
  readonly left: string;
  readonly right: string;
  readonly use: EdgeUse;
}

export interface BlockedTopology {
  readonly groups: readonly GroupOfBlocks[];
  /** What groups share. */
  readonly outside: readonly Block[];
  readonly edges: readonly BlockEdge[];
}

/** More domains than these are not shown one by one unless somebody asks. */
const MANY = 200;
const MANY_IN_A_BLOCK = 40;

/** The groups, or else the large blocks, that are closed where nobody has opened or closed any. */
export function closedAtFirst(topology: Topology): readonly string[] {
  const { groups, nodes } = topology;
  if (nodes.filter(({ kind }) => kind === 'domain').length <= MANY) return [];
  if (groups.length > 1) return groups.map(({ id }) => groupKey(id));
  return blocksOf(topology)
    .filter(({ nodes: own }) => own.length > MANY_IN_A_BLOCK)
    .map(({ id }) => id);
}

export function groupKey(id: string): string {
  return `group ${id}`;
}

/** @param closed the ids of the groups, by `groupKey`, and of the blocks that are closed */
export function makeBlocks(topology: Topology, closed: ReadonlySet<string>): BlockedTopology {
  const byGroup = new Map<string | undefined, Block[]>();
  for (const block of blocksOf(topology)) {
    const group = block.nodes[0]?.group;
    addTo(byGroup, group, { ...block, isClosed: closed.has(block.id) && block.nodes.length > 1 });
  }
  const groups = topology.groups.flatMap((group): readonly GroupOfBlocks[] => {
    const blocks = byGroup.get(group.id) ?? [];
    const isClosed = closed.has(groupKey(group.id));
    const domains = blocks.flatMap(({ nodes }) => nodes).filter(({ kind }) => kind === 'domain').length;
    return [{ group, isClosed, domains, blocks: isClosed ? [] : blocks }];
  });
  const owners = new Map<string, string>();
  for (const [group, blocks] of byGroup) {
    const key = group === undefined ? undefined : groupKey(group);
    for (const block of blocks) for (const { id } of block.nodes) owners.set(id, key !== undefined && closed.has(key) ? key : block.id);
  }
  return { groups, outside: byGroup.get(undefined) ?? [], edges: mergeEdges(topology, owners, closed) };
}

/** In the order of the topology. */
function blocksOf({ nodes, edges }: Topology): readonly Omit<Block, 'isClosed'>[] {
  const neighbours = new Map<string, string[]>();
  const used = new Set(edges.map(({ to }) => to));
  for (const { from, to, use } of edges) addTo(neighbours, from, `${use} ${to}`);
  const blocks = new Map<string, TopologyNode[]>();
  for (const node of nodes) {
    const isOne = node.kind !== 'domain' || used.has(node.id);
    const key = isOne ? node.id : `block ${JSON.stringify([node.group, ...(neighbours.get(node.id) ?? []).sort()])}`;
    addTo(blocks, key, node);
  }
  return [...blocks].map(([id, own]) => ({ id, nodes: own }));
}

function mergeEdges({ nodes, edges }: Topology, owners: ReadonlyMap<string, string>, closed: ReadonlySet<string>): readonly BlockEdge[] {
  const domains = new Set(nodes.filter(({ kind }) => kind === 'domain').map(({ id }) => id));
  const merged = new Map<string, BlockEdge>();
  for (const { from, to, use } of edges) {
    const isTurned = use === 'network' || use === 'backend' || (use === 'part' && domains.has(to));
    const [left, right] = (isTurned ? [to, from] : [from, to]).map((id) => owners.get(id));
    if (left === undefined || right === undefined || left === right) continue;
    // Of a closed group, one line to the same thing is enough.
    const key = JSON.stringify(closed.has(left) || closed.has(right) ? [left, right] : [left, right, use]);
    if (!merged.has(key)) merged.set(key, { left, right, use });
  }
  return [...merged.values()];
}
