/** The texts that other programs read a topology from. */
import type { Say } from '../messages/say';
import { writeSvg } from './svg';
import type { Topology } from './topology';
import { writeDot, writeMermaid } from './write-graph';

export const TOPOLOGY_FORMATS = ['svg', 'dot', 'mermaid'] as const;
export type TopologyFormat = (typeof TOPOLOGY_FORMATS)[number];

const WRITERS: Readonly<Record<TopologyFormat, (topology: Topology, say: Say) => string>> = {
  svg: (topology, say) => writeSvg(topology, { closed: new Set(), isForPage: false }, say),
  dot: writeDot,
  mermaid: writeMermaid,
};

export function writeTopology(topology: Topology, format: TopologyFormat, say: Say): string {
  return WRITERS[format](topology, say);
}
