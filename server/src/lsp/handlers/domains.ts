/** `xlcfg/domains`, `xlcfg/topology`, `xlcfg/writeTopology` and `xlcfg/evacuation`: the domains of the workspace, and what hangs together among them. */
import type { CancellationToken } from 'vscode-languageserver';
import type {
  DocumentPlace,
  DomainItem,
  DomainsReply,
  ServerNotifications,
  TopologyParams,
  TopologyReply,
} from '../../../../protocol/requests';
import type { FleetMember, Place, Topology } from '../../language-service';
import { message } from '../../text/message';
import type { TextRange } from '../../text/text-range';
import { answer } from '../answer';
import { fileNameOf } from '../file-name';
import { type Fleet, type FleetConfig, FleetReader } from '../fleet';
import type { Handler } from '../handler';
import { send } from '../send';
import type { Session } from '../session';

const CHANGED = 'xlcfg/domainsChanged' satisfies keyof ServerNotifications;
/** How long nothing has changed before the client hears of what did, in milliseconds. */
const REST = 400;

const NO_DOMAINS: DomainsReply = { hosts: [], domains: [] };
const NO_TOPOLOGY: TopologyReply = { svg: '', outline: [], places: {}, closed: [], domains: 0 };

export const handler: Handler = {
  listen(session) {
    const reader = new FleetReader(session);
    answer(session, 'xlcfg/domains', NO_DOMAINS, async (_params, token) => toReply(session, await reader.read(token)));
    answer(session, 'xlcfg/topology', NO_TOPOLOGY, async (params, token) => showTopology(session, reader, params, token));
    answer(session, 'xlcfg/writeTopology', '', async ({ filter, format }, token) =>
      session.service.writeTopology(topologyOf(session, await reader.read(token), filter), format),
    );
    answer(session, 'xlcfg/evacuation', null, async ({ host }, token) => planEvacuation(session.service, await reader.read(token), host));
    tellOfChanges(session, reader);
  },
};

function tellOfChanges(session: Session, reader: FleetReader): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    reader.changed();
    clearTimeout(timer);
    timer = setTimeout(() => {
      send(() => session.connection.sendNotification(CHANGED));
    }, REST);
  };
  session.whenSurroundingsChange(tell);
  session.workspaceFiles.onFilesChange = tell;
  session.documents.onDidChangeContent(tell);
  session.documents.onDidClose(tell);
}

function toReply({ service }: Session, { configs, hosts }: Fleet): DomainsReply {
  return {
    hosts: hosts.map((host) => ({ id: host.id, name: host.host.name, detail: service.describeFleetHost(host) })),
    domains: configs.map((config) => toItem(service, config)),
  };
}

function toItem(service: Session['service'], { uri, lines, member, problems, places }: FleetConfig): DomainItem {
  const placeOf = (range: TextRange): DocumentPlace => ({ uri, ...lines.positionAt(range.start) });
  const { errors, warnings } = problems;
  const base = { hosts: places, errors, warnings };
  if (member === undefined) {
    const refused = service.say(message('xl refuses this config'));
    return {
      ...base,
      ...{ uri, line: 0, character: 0 },
      name: fileNameOf(uri),
      detail: refused,
      verdict: 'unknown',
      summary: refused,
      devices: [],
    };
  }
  const { domain } = member;
  return {
    ...base,
    ...placeOf(domain.range),
    name: domain.name === '' ? fileNameOf(uri) : domain.name,
    detail: service.describeMember(member),
    verdict: domain.migration.verdict,
    summary: domain.migration.summary,
    devices: domain.devices.map(({ option, text, range }) => ({ option, text, ...placeOf(range) })),
  };
}

function membersOf({ configs }: Fleet): readonly FleetMember[] {
  return configs.flatMap(({ member }) => member ?? []);
}

function topologyOf({ service }: Session, fleet: Fleet, filter: string): Topology {
  return service.topology(membersOf(fleet), fleet.hosts, filter);
}

function planEvacuation(service: Session['service'], fleet: Fleet, host: string): string | null {
  const report = service.evacuate(membersOf(fleet), fleet.hosts, host);
  return report === undefined ? null : service.evacuationPage(report, (file) => file);
}

async function showTopology(
  session: Session,
  reader: FleetReader,
  { filter, closed }: TopologyParams,
  token: CancellationToken,
): Promise<TopologyReply> {
  const fleet = await reader.read(token);
  const topology = topologyOf(session, fleet, filter);
  const lines = new Map(fleet.configs.map((config) => [config.uri, config.lines]));
  const placeOf = ({ file, range }: Place): DocumentPlace => {
    const { line, character } = lines.get(file)?.positionAt(range.start) ?? { line: 0, character: 0 };
    return { uri: file, line, character };
  };
  const places = topology.nodes.flatMap(({ id, place }) => (place === undefined ? [] : [[id, placeOf(place)] as const]));
  const domains = topology.nodes.filter(({ member }) => member !== undefined).length;
  return { ...session.service.topologyPage(topology, closed), places: Object.fromEntries(places), domains };
}
