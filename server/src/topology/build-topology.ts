/** Makes the topology of a fleet. */
import type { FleetDevice, FleetName } from '../features/fleet-domain';
import type { FleetHost, FleetMember, EdgeUse, NodeKind, Topology, TopologyEdge, TopologyGroup, TopologyNode } from './topology';
import { escapeLabel } from './label';
import { passedDevice } from './passed-device';
import { bridgeOf, nameOf } from './device-names';

/** The group of domains of which no project says where they run. */
export const NO_HOST = '';

/** A domain that may run on several hosts stands in the group of each. */
export function buildTopology(members: readonly FleetMember[], hosts: readonly FleetHost[]): Topology {
  const known = new Map(hosts.map((host) => [host.id, host]));
  const hasOthers = members.some(({ places }) => places.every((id) => !known.has(id)));
  const groups: TopologyGroup[] = hosts.map(({ id, host }) => ({ id, host }));
  if (hasOthers) groups.push({ id: NO_HOST });
  const builder = new Builder(sharedPrefixes(hosts));
  for (const group of groups) {
    const own = members.filter(({ places }) =>
      group.host === undefined ? places.every((id) => !known.has(id)) : places.includes(group.id),
    );
    builder.addGroup(group, own);
  }
  return { groups, nodes: [...builder.nodes.values()], edges: [...builder.edges.values()] };
}

/** The prefixes that more than one host names. */
function sharedPrefixes(hosts: readonly FleetHost[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { host } of hosts) {
    for (const prefix of new Set((host.sharedStorage ?? []).map(trimSlash))) (seen.has(prefix) ? shared : seen).add(prefix);
  }
  return shared;
}

function trimSlash(path: string): string {
  return path.replace(/(?<=.)\/+$/, '');
}

/** A thing of the host as the devices of domains name it. */
interface Thing {
  readonly kind: NodeKind;
  readonly identity: string;
  readonly name: string;
}

class Builder {
  readonly nodes = new Map<string, TopologyNode>();
  readonly edges = new Map<string, TopologyEdge & { readonly devices: string[] }>();
  private readonly shared: ReadonlySet<string>;
  /** By name, those of the group that is being added. */
  private domains = new Map<string, string>();

  constructor(shared: ReadonlySet<string>) {
    this.shared = shared;
  }

  addGroup(group: TopologyGroup, members: readonly FleetMember[]): void {
    this.domains = new Map();
    const added = members.map((member, index): readonly [FleetMember, string] => {
      const { name, range } = member.domain;
      const plain = idOf(group.id, 'domain', name);
      const id = this.nodes.has(plain) || name === '' ? idOf(group.id, 'domain', `${name}#${index}`) : plain;
      if (!this.domains.has(name)) this.domains.set(name, id);
      this.nodes.set(id, { id, kind: 'domain', name, group: group.id, member, place: { file: member.file, range } });
      return [member, id];
    });
    const disks = countDisks(members);
    for (const [member, id] of added) {
      for (const device of member.domain.devices) this.addDevice(group, member, id, device, disks);
    }
  }

  private addDevice(
    group: TopologyGroup,
    member: FleetMember,
    from: string,
    device: FleetDevice,
    disks: ReadonlyMap<string, number>,
  ): void {
    const backend = this.findBackend(group, member, device);
    const used = device.option === 'vif' ? bridgeOf(device) : undefined;
    const bridge: Thing | undefined = used === undefined ? undefined : { kind: 'bridge', identity: used.identity, name: used.text };
    if (bridge !== undefined) {
      const to = this.addThing(group, bridge, member, device, backend);
      this.addEdge(from, to, 'network', device.text);
      if (backend !== undefined) this.addEdge(to, backend, 'part', device.text);
    } else if (backend !== undefined) this.addEdge(from, backend, 'backend', device.text);
    const disk = nameOf(device, 'file');
    if (device.option === 'disk' && disk !== undefined) this.addDisk(group, member, from, device, disk, disks);
    const passed = passedDevice(device, member.domain);
    if (passed !== undefined) this.addEdge(from, this.addThing(group, passed, member, device), 'passthrough', device.text);
  }

  /** The domain that plays the other end of a device; undefined where dom0 does. */
  private findBackend(group: TopologyGroup, member: FleetMember, device: FleetDevice): string | undefined {
    const backend = nameOf(device, 'domain');
    if (backend === undefined) return undefined;
    const known = this.domains.get(backend.identity);
    if (known !== undefined) return known;
    const id = this.addThing(group, { kind: 'domain', identity: backend.identity, name: backend.text }, member, device);
    this.domains.set(backend.identity, id);
    return id;
  }

  /** Disks of one domain alone are no things of their own. */
  private addDisk(
    group: TopologyGroup,
    member: FleetMember,
    from: string,
    device: FleetDevice,
    { identity }: FleetName,
    disks: ReadonlyMap<string, number>,
  ): void {
    const storage = this.addStorage(group, identity);
    const isShared = (disks.get(identity) ?? 0) > 1;
    const disk = isShared ? this.addThing(group, { kind: 'disk', identity, name: identity }, member, device) : undefined;
    if (disk !== undefined) this.addEdge(from, disk, 'disk', device.text);
    if (storage !== undefined) this.addEdge(disk ?? from, storage, disk === undefined ? 'disk' : 'part', device.text);
  }

  private addStorage({ id, host }: TopologyGroup, path: string): string | undefined {
    const prefixes = (host?.sharedStorage ?? [])
      .map(trimSlash)
      .filter((each) => path === each || path.startsWith(each === '/' ? each : `${each}/`));
    // The longest is the nearest.
    const [prefix] = prefixes.sort((a, b) => b.length - a.length);
    if (prefix === undefined) return undefined;
    const group = this.shared.has(prefix) ? undefined : id;
    const storage = idOf(group ?? '*', 'storage', prefix);
    if (!this.nodes.has(storage))
      this.nodes.set(storage, { id: storage, kind: 'storage', name: prefix, ...(group === undefined ? {} : { group }) });
    return storage;
  }

  private addThing(
    group: TopologyGroup,
    { kind, identity, name }: Thing,
    { file }: FleetMember,
    device: FleetDevice,
    owner?: string,
  ): string {
    const id = idOf(owner ?? group.id, kind, identity);
    if (!this.nodes.has(id)) this.nodes.set(id, { id, kind, name, group: group.id, place: { file, range: device.range } });
    return id;
  }

  private addEdge(from: string, to: string, use: EdgeUse, device: string): void {
    const key = JSON.stringify([from, to, use]);
    const edge = this.edges.get(key);
    if (edge === undefined) this.edges.set(key, { from, to, use, devices: [device] });
    else if (use !== 'part') edge.devices.push(device);
  }
}

/** Without what no format of a picture can hold. */
function idOf(owner: string, kind: NodeKind, identity: string): string {
  return escapeLabel(`${owner}/${kind}/${identity}`);
}

/** In how many domains each disk is. */
function countDisks(members: readonly FleetMember[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { domain } of members) {
    const own = domain.devices.flatMap((device) => (device.option === 'disk' ? (nameOf(device, 'file')?.identity ?? []) : []));
    for (const identity of new Set(own)) counts.set(identity, (counts.get(identity) ?? 0) + 1);
  }
  return counts;
}
