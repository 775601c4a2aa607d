/** What there is to ask about the topology of a fleet, as the facade offers it. */
import type { Say } from '../messages/say';
import { buildTopology } from './build-topology';
import { filterTopology } from './filter';
import { type TopologyFormat, writeTopology } from './formats';
import { type TopologyPage, topologyPage } from './page';
import { topologyRecord } from './record';
import type { FleetHost, FleetMember, Place, Topology } from './topology';
import { describeDomain, describeHost } from './words';

export interface TopologyQuestions {
  /** What hangs together among configs and hosts; where somebody looks for something, the part that has all words of `filter`. */
  topology(members: readonly FleetMember[], hosts: readonly FleetHost[], filter?: string): Topology;
  /** The same as a text for other programs. */
  writeTopology(topology: Topology, format: TopologyFormat): string;
  /** The same as data, with places as the caller shows them. */
  topologyRecord(topology: Topology, showPlace: (place: Place) => unknown): Readonly<Record<string, unknown>>;
  /**
   * The same for a page.
   * @param closed what somebody has closed; where nobody has, what is too much to be shown
   */
  topologyPage(topology: Topology, closed?: readonly string[]): TopologyPage;
  /** A domain of the fleet in few words. */
  describeMember(member: FleetMember): string;
  /** What is known of a host, in few words. */
  describeFleetHost(host: FleetHost): string;
}

export function answerTopology(say: Say): TopologyQuestions {
  return {
    topology: (members, hosts, filter = '') => filterTopology(buildTopology(members, hosts), filter),
    writeTopology: (topology, format) => writeTopology(topology, format, say),
    topologyRecord: (topology, showPlace) => topologyRecord(topology, showPlace, say),
    topologyPage: (topology, closed) => topologyPage(topology, say, closed),
    describeMember: (member) => say(describeDomain(member)),
    describeFleetHost: ({ host }) => describeHost(host).map(say).join(', '),
  };
}
