/** `xlcfg topology`: draws which domains run on which hosts, and what they share there. */
import type { FleetHost, FleetMember, LanguageService, Place, Target, TopologyFormat } from '../../language-service';
import { FleetHosts } from '../../project/fleet-hosts';
import { LineIndex } from '../../text/line-index';
import { type CheckedFile, ConfigLoader } from '../config-files';
import { ConfigFinder, NOTHING_FOUND } from '../files/find-configs';
import { printableJson } from '../printable';
import { ProjectReader } from '../project';
import { JSON_VERSION } from '../reporters/json';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

export interface TopologyOptions {
  readonly format: TopologyFormat | 'json';
  readonly target: Partial<Target>;
  readonly config: string | undefined;
  /** Only domains that have these words are drawn. */
  readonly filter: string | undefined;
}

interface FoundDomain extends Omit<FleetMember, 'places'> {
  readonly lines: LineIndex;
}

/** Prints the topology of all configs that the arguments name. What xl refuses is no domain, and is said on standard error. */
export async function topology(
  service: LanguageService,
  terminal: Terminal,
  args: readonly string[],
  { format, target, config, filter }: TopologyOptions,
): Promise<ExitStatus> {
  const projects = new ProjectReader(terminal, service.say, config);
  const { sources, problems } = await new ConfigFinder(terminal, projects).find(args);
  for (const { argument, reason } of problems) terminal.printFailure(argument, { kind: 'unreadable', reason });
  const loader = new ConfigLoader(service, terminal, { target, config }, projects);
  const { files, hasFailed } = await loader.loadSources([...sources.values()], (file) => toDomain(service, file));
  if (files.length === 0) terminal.printError(`${service.say(NOTHING_FOUND)}\n`);
  const domains = files.flatMap((domain) => (domain === undefined ? [] : [domain]));
  const { members, hosts } = await placeDomains(domains, projects, terminal);
  const drawn = service.topology(members, hosts, filter);
  if (format === 'json') {
    const lines = new Map(domains.map((each) => [each.file, each.lines]));
    const showPlace = ({ file, range }: Place): unknown => ({ path: file, range: lines.get(file)?.lineRange(range) });
    const record = { version: JSON_VERSION, ...service.topologyRecord(drawn, showPlace) };
    terminal.print(`${printableJson(JSON.stringify(record, undefined, 2))}\n`);
  } else terminal.print(service.writeTopology(drawn, format));
  return hasFailed || problems.length > 0 || files.length === 0 ? EXIT.usage : EXIT.fine;
}

function toDomain(service: LanguageService, { path, text, analysis }: CheckedFile): FoundDomain | undefined {
  const domain = service.fleetDomain(analysis);
  if (domain === undefined) return undefined;
  const { error, warning } = analysis.counts;
  return { file: path, domain, problems: { errors: error, warnings: warning }, lines: new LineIndex(text) };
}

/** The domains with the hosts that their projects give them, and all hosts of these projects. */
async function placeDomains(
  domains: readonly FoundDomain[],
  projects: ProjectReader,
  terminal: Terminal,
): Promise<{ readonly members: readonly FleetMember[]; readonly hosts: readonly FleetHost[] }> {
  const hosts = new FleetHosts();
  const members: FleetMember[] = [];
  for (const { file, domain, problems } of domains) {
    const path = file === '-' ? './-' : file;
    const found = await projects.find(path);
    const places = found === undefined ? [] : hosts.of(found.file, found.project, terminal.relativeTo(found.file, path));
    members.push({ file, domain, problems, places });
  }
  return { members, hosts: hosts.all };
}
