/** The domains that arguments name, with the hosts that their projects give them: for commands about several hosts. */
import type { FleetHost, FleetMember, LanguageService, Target } from '../language-service';
import { FleetHosts } from '../project/fleet-hosts';
import { LineIndex } from '../text/line-index';
import { type CheckedFile, ConfigLoader } from './config-files';
import { ConfigFinder, NOTHING_FOUND } from './files/find-configs';
import { ProjectReader } from './project';
import type { Terminal } from './terminal';

export interface LoadedFleet {
  readonly members: readonly FleetMember[];
  /** All hosts of the projects that the configs belong to. */
  readonly hosts: readonly FleetHost[];
  /** Of each config, by its path. */
  readonly lines: ReadonlyMap<string, LineIndex>;
  /** Something could not be read, or there is nothing, as standard error says. */
  readonly hasFailed: boolean;
}

interface FoundDomain extends Omit<FleetMember, 'places'> {
  readonly lines: LineIndex;
}

/** Reads the configs that arguments name. What xl refuses is no domain, and is said on standard error. */
export async function loadFleet(
  service: LanguageService,
  terminal: Terminal,
  args: readonly string[],
  { target, config }: { readonly target: Partial<Target>; readonly config: string | undefined },
): Promise<LoadedFleet> {
  const projects = new ProjectReader(terminal, service.say, config);
  const { sources, problems } = await new ConfigFinder(terminal, projects).find(args);
  for (const { argument, reason } of problems) terminal.printFailure(argument, { kind: 'unreadable', reason });
  const loader = new ConfigLoader(service, terminal, { target, config }, projects);
  const { files, hasFailed } = await loader.loadSources([...sources.values()], (file) => toDomain(service, file));
  if (files.length === 0) terminal.printError(`${service.say(NOTHING_FOUND)}\n`);
  const domains = files.flatMap((domain) => (domain === undefined ? [] : [domain]));
  const placed = await placeDomains(domains, projects, terminal);
  const lines = new Map(domains.map((each) => [each.file, each.lines]));
  return { ...placed, lines, hasFailed: hasFailed || problems.length > 0 || files.length === 0 };
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
