/** What hangs together in a fleet: domains, and the bridges, disks and devices of their hosts that they use. */
import type { FleetDomain } from '../features/fleet-domain';
import type { TextRange } from '../text/text-range';
import type { Host } from '../workspace/host';

/** Where something is said. */
export interface Place {
  /** The path or the URI of the config. */
  readonly file: string;
  readonly range: TextRange;
}

/** How many findings a config has. */
export interface Problems {
  readonly errors: number;
  readonly warnings: number;
}

/** A config of the fleet. */
export interface FleetMember {
  readonly file: string;
  readonly domain: FleetDomain;
  readonly problems: Problems;
  /** The hosts that it may run on, by the id of their place; none where no project says. */
  readonly places: readonly string[];
}

/** A host of the fleet. */
export interface FleetHost {
  /** Other than that of every other host, also of one in another project that has the same name. */
  readonly id: string;
  readonly host: Host;
}

export const NODE_KINDS = ['domain', 'bridge', 'disk', 'storage', 'pci', 'usb', 'device'] as const;
/** `disk`: one that several domains have; `storage`: what hosts share, by its prefix; `device`: a node of the host's device tree. */
export type NodeKind = (typeof NODE_KINDS)[number];

export interface TopologyNode {
  /** Stays the same as long as the thing is called so. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** The id of the group; undefined for what several groups share. */
  readonly group?: string;
  /** Of a domain that has a config. */
  readonly member?: FleetMember;
  /** Where it is named first; undefined for what only the project file names. */
  readonly place?: Place;
}

/** `part`: the first is in the second, as a bridge is in a driver domain, and a disk on shared storage. */
export type EdgeUse = 'network' | 'disk' | 'passthrough' | 'backend' | 'part';

/** That something uses something, most often a domain a thing. */
export interface TopologyEdge {
  readonly from: string;
  readonly to: string;
  readonly use: EdgeUse;
  /** The strings of the devices that say so. */
  readonly devices: readonly string[];
}

/** What stands together: all of a host, or all of no known host. */
export interface TopologyGroup {
  readonly id: string;
  readonly host?: Host;
}

/** Nodes, edges and groups are in the order in which the fleet names them. */
export interface Topology {
  readonly groups: readonly TopologyGroup[];
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
}
