/** What is said of the parts of a topology. */
import { message, type Message } from '../text/message';
import type { Host } from '../workspace/host';
import { addTo } from './multimap';
import type { FleetMember, NodeKind, Topology, TopologyEdge, TopologyGroup, TopologyNode } from './topology';

const KINDS: Readonly<Record<NodeKind, Message>> = {
  domain: message('domain'),
  bridge: message('bridge'),
  disk: message('shared disk'),
  storage: message('shared storage'),
  pci: message('PCI device'),
  usb: message('USB device'),
  device: message('device tree node'),
};

const TYPES = { pv: 'PV', hvm: 'HVM', pvh: 'PVH' };

/** Type, vCPUs and memory of a domain, in few words. */
export function describeDomain({ domain: { type, vcpus, memory } }: FleetMember): Message {
  const data = { type: TYPES[type], vcpus: String(vcpus), memory: sizeOf(memory.atStart) };
  return vcpus === 1 ? message('{type}, {vcpus} vCPU, {memory}', data) : message('{type}, {vcpus} vCPUs, {memory}', data);
}

/** What a node is, in few words. */
export function describeNode({ kind, member }: TopologyNode): Message {
  if (member !== undefined) return describeDomain(member);
  return kind === 'domain' ? message('domain without a config here') : KINDS[kind];
}

/** What a config has against it; undefined where that is nothing. */
export function describeProblems({ problems: { errors, warnings } }: FleetMember): Message | undefined {
  const parts = [
    ...(errors === 0 ? [] : [errors === 1 ? message('1 error') : message('{count} errors', { count: String(errors) })]),
    ...(warnings === 0 ? [] : [warnings === 1 ? message('1 warning') : message('{count} warnings', { count: String(warnings) })]),
  ];
  const [first, second] = parts;
  return first !== undefined && second !== undefined ? message('{first}, {second}', { first, second }) : first;
}

/** The name of a group. */
export function nameGroup({ host }: TopologyGroup): Message {
  return host === undefined ? message('No known host') : message('{name}', { name: host.name });
}

/** What a host has, as far as that is known. */
export function describeHost({ memory, cpus, xen }: Host): readonly Message[] {
  return [
    ...(xen === undefined ? [] : [message('Xen {release}', { release: xen })]),
    ...(cpus === undefined ? [] : [message('{count} CPUs', { count: String(cpus) })]),
    ...(memory === undefined ? [] : [message('{size}', { size: sizeOf(memory * 1024) })]),
  ];
}

export function countDomains(count: number): Message {
  return count === 1 ? message('1 domain') : message('{count} domains', { count: String(count) });
}

/** KiB in the largest unit that is exact to a tenth. */
export function sizeOf(kib: number): string {
  const units = ['KiB', 'MiB', 'GiB', 'TiB'];
  let [size, unit] = [kib, 0];
  while (size >= 1024 && unit < units.length - 1 && Number.isInteger((size * 10) / 1024)) [size, unit] = [size / 1024, unit + 1];
  return `${Math.round(size * 10) / 10} ${units[unit] ?? ''}`;
}

/** What an edge means, read from its first end, with the name of the other. */
export function describeEdge({ use, devices }: TopologyEdge, to: TopologyNode): Message {
  const data = { name: to.name };
  switch (use) {
    case 'network':
      return devices.length === 1
        ? message('network: {name}', data)
        : message('network: {name} ({count} times)', { ...data, count: String(devices.length) });
    case 'disk':
      return message('storage: {name}', data);
    case 'passthrough':
      return message('has {kind} {name}', { ...data, kind: KINDS[to.kind] });
    case 'backend':
      return message('backend: {name}', data);
    case 'part':
      return message('in {name}', data);
    default: {
      const unreachable: never = use;
      return unreachable;
    }
  }
}

/** A line of the textual equivalent: a node, or what it has to do with another. */
export interface OutlineLine {
  /** Of the node, where the line is about one. */
  readonly id?: string;
  readonly depth: 0 | 1 | 2;
  readonly text: Message;
}

/** The same in words: groups, the domains in them, and what each uses. */
export function outlineOf({ groups, nodes, edges }: Topology): readonly OutlineLine[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const outgoing = new Map<string, TopologyEdge[]>();
  for (const edge of edges) addTo(outgoing, edge.from, edge);
  const linesOf = (node: TopologyNode): readonly OutlineLine[] => [
    { id: node.id, depth: 1, text: labelNode(node) },
    ...(outgoing.get(node.id) ?? []).flatMap((edge): OutlineLine[] => {
      const to = byId.get(edge.to);
      return to === undefined ? [] : [{ id: to.id, depth: 2, text: describeEdge(edge, to) }];
    }),
  ];
  const byGroup = new Map<string | undefined, TopologyNode[]>();
  for (const node of nodes) addTo(byGroup, node.group, node);
  const shared = byGroup.get(undefined) ?? [];
  return [
    ...groups.flatMap((group): readonly OutlineLine[] => {
      const own = byGroup.get(group.id) ?? [];
      return own.length === 0 ? [] : [heading(nameGroup(group)), ...own.flatMap(linesOf)];
    }),
    ...(shared.length === 0 ? [] : [heading(message('Shared by hosts')), ...shared.flatMap(linesOf)]),
  ];
}

function heading(text: Message): OutlineLine {
  return { depth: 0, text };
}

/** A node in one sentence. */
export function labelNode(node: TopologyNode): Message {
  const { member } = node;
  const base = message('{name}: {description}', { name: nameNode(node), description: describeNode(node) });
  if (member === undefined) return base;
  const problems = describeProblems(member);
  const judged = message('{base}; {verdict}', { base, verdict: member.domain.migration.summary });
  return problems === undefined ? judged : message('{judged}; {problems}', { judged, problems });
}

export function nameNode({ name }: TopologyNode): string {
  return name === '' ? '—' : name;
}
