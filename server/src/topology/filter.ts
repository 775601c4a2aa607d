/** Parts of a topology, for a person who looks for something. */
import type { Topology, TopologyNode } from './topology';

/**
 * The domains that have all words in their name, their host, their file, or in what they use, and what they hang together with.
 * @param words as somebody writes them, with blanks between
 */
export function filterTopology(topology: Topology, words: string): Topology {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return topology;
  const texts = textsOf(topology);
  const isWanted = ({ id }: TopologyNode): boolean => {
    const text = texts.get(id) ?? '';
    return wanted.every((word) => text.includes(word));
  };
  const kept = new Set(topology.nodes.filter((node) => node.kind === 'domain' && isWanted(node)).map(({ id }) => id));
  // What they use, and where that is.
  for (const edges of [topology.edges, topology.edges.filter(({ use }) => use === 'part')]) {
    const before = new Set(kept);
    for (const { from, to } of edges) if (before.has(from)) kept.add(to);
  }
  const nodes = topology.nodes.filter(({ id }) => kept.has(id));
  const groups = new Set(nodes.map(({ group }) => group));
  return {
    groups: topology.groups.filter(({ id }) => groups.has(id)),
    nodes,
    edges: topology.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
  };
}

/** What there is to find of each node, in lower case. */
function textsOf({ groups, nodes, edges }: Topology): ReadonlyMap<string, string> {
  const hosts = new Map(groups.map(({ id, host }) => [id, host?.name ?? '']));
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const parts = new Map(
    nodes.map(({ id, name, member, group }) => [id, [name, hosts.get(group ?? '') ?? '', member?.file ?? '', member?.domain.type ?? '']]),
  );
  for (const { from, to } of edges) parts.get(from)?.push(names.get(to) ?? '');
  return new Map([...parts].map(([id, texts]) => [id, texts.join('\n').toLowerCase()]));
}
