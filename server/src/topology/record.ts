/** Topologies as data, for programs. */
import type { Say } from '../messages/say';
import type { Host } from '../workspace/host';
import type { Place, Topology, TopologyNode } from './topology';
import { describeNode } from './words';

/** What a caller makes of a place: lines and columns are the business of the edge. */
export type ShowPlace = (place: Place) => unknown;

/** Nodes have the ids that edges speak of; numbers of memory are KiB. */
export function topologyRecord({ groups, nodes, edges }: Topology, showPlace: ShowPlace, say: Say): Readonly<Record<string, unknown>> {
  return {
    hosts: groups.flatMap(({ id, host }) => (host === undefined ? [] : [hostRecord(id, host)])),
    nodes: nodes.map((node) => nodeRecord(node, showPlace, say)),
    edges,
  };
}

function nodeRecord(node: TopologyNode, showPlace: ShowPlace, say: Say): unknown {
  const { id, kind, name, group, member, place } = node;
  const host = group === undefined || group === '' ? null : group;
  const base = { id, kind, name, host, description: say(describeNode(node)), place: place === undefined ? null : showPlace(place) };
  if (member === undefined) return base;
  const { domain, problems } = member;
  const { type, vcpus, memory, target, migration, devices } = domain;
  return {
    ...base,
    domain: {
      ...{ type, vcpus, memory, xen: target.xen, arch: target.arch },
      migration: { verdict: migration.verdict, summary: migration.summary },
      problems,
      devices: devices.map(({ option, text }) => ({ option, text })),
    },
  };
}

function hostRecord(id: string, { name, xen, arch, memory, dom0Memory, cpus, nodes, bridges, pools, sharedStorage, pci }: Host): unknown {
  return { id, name, xen, arch, memory, dom0Memory, cpus, nodes, bridges, pools, sharedStorage, pci };
}
