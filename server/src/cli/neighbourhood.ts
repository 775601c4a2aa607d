/** Finds out for configs what else runs on their hosts, before they are checked. */
import {
  keyOfClaim,
  type Claimant,
  type FullHost,
  type Host,
  type HostClaims,
  type LanguageService,
  type Neighbours,
  type Target,
} from '../language-service';
import { plainHost } from '../project/hosts';
import { hostsFor, isLeftOut, type ProjectFile } from '../project/project-file';
import { NOTHING_SAID, resolveSettings } from '../project/resolve-settings';
import { LineIndex } from '../text/line-index';
import type { CheckOptions, ConfigSource } from './checked-share';
import { ProjectReader } from './project';
import type { Terminal } from './terminal';

/** A config of a host, without its text. */
interface Neighbour {
  /** From the folder of the project file on. */
  readonly path: string;
  readonly hosts: readonly Host[];
  /** Copies of one config are one domain. */
  readonly identity: string;
  /** Undefined where nobody can say what it claims. */
  readonly claimed: (Pick<HostClaims, 'name' | 'backends' | 'needed'> & { readonly claims: readonly NotedClaim[] }) | undefined;
}

interface NotedClaim {
  readonly key: string;
  readonly isReader: boolean;
  /** From 1 on. */
  readonly line: number;
}

/** All configs of the hosts of a project. */
interface Neighbourhood {
  readonly byPath: ReadonlyMap<string, Neighbour>;
  /** By host and key of the claim. */
  readonly claimants: ReadonlyMap<string, readonly { readonly neighbour: Neighbour; readonly claim: NotedClaim }[]>;
  /** The names of the domains of a host; undefined where some of them are not known. */
  readonly names: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** By the path of the config with which a host is full. */
  readonly full: ReadonlyMap<string, readonly FullHost[]>;
}

/** So many files are read at a time. */
const AHEAD = 16;

export class NeighbourFinder {
  private readonly service: LanguageService;
  private readonly terminal: Terminal;
  private readonly projects: ProjectReader;
  private readonly target: Partial<Target>;
  private readonly known = new Map<string, Promise<Neighbourhood>>();

  /** What is wrong with project files and configs is said where they are checked. */
  constructor(service: LanguageService, terminal: Terminal, { target, config }: Pick<CheckOptions, 'target' | 'config'>) {
    this.service = service;
    this.terminal = { ...terminal, printError: () => undefined, printFailure: () => undefined };
    this.projects = new ProjectReader(this.terminal, service.say, config);
    this.target = target;
  }

  /** The same configs, each with what is known of its hosts; one after the other, because most share a project. */
  async addTo(sources: readonly ConfigSource[]): Promise<readonly ConfigSource[]> {
    const added: ConfigSource[] = [];
    for (const source of sources) added.push(await this.addToOne(source));
    return added;
  }

  private async addToOne(source: ConfigSource): Promise<ConfigSource> {
    const [path, ...others] = source.parts;
    if (path === undefined || others.length > 0 || path === '-') return source;
    const found = await this.projects.find(path);
    if (found === undefined || found.project.hosts.length === 0) return source;
    const { file, project } = found;
    const relative = this.terminal.relativeTo(file, path);
    const hosts = hostsFor(project, relative).map(plainHost);
    if (hosts.length === 0) return source;
    const neighbourhood = this.known.get(file) ?? this.read(file, project);
    this.known.set(file, neighbourhood);
    return { ...source, neighbours: neighboursOf(relative, hosts, await neighbourhood) };
  }

  private async read(file: string, project: ProjectFile): Promise<Neighbourhood> {
    const listed = (await this.terminal.listBelow(file)).filter((path) => hostsFor(project, path).length > 0 && !isLeftOut(project, path));
    const neighbours: Neighbour[] = [];
    for (let start = 0; start < listed.length; start += AHEAD) {
      const paths = listed.slice(start, start + AHEAD);
      const read = await Promise.all(paths.map(async (path) => this.readNeighbour(file, project, path)));
      neighbours.push(...read);
    }
    return gather(neighbours);
  }

  private async readNeighbour(file: string, project: ProjectFile, path: string): Promise<Neighbour> {
    const absolute = this.terminal.resolveFrom(file, path);
    const hosts = hostsFor(project, path).map(plainHost);
    const read = await this.terminal.read(absolute);
    if (read.kind !== 'text') return { path, hosts, identity: path, claimed: undefined };
    const settings = resolveSettings(await this.projects.settingsFor(absolute), NOTHING_SAID, { ...NOTHING_SAID, target: this.target });
    const claimed = this.service.hostClaims(this.service.analyze(read.text, settings));
    const lines = new LineIndex(read.text);
    const claims = (claimed?.claims ?? []).map((claim) => ({
      key: keyOfClaim(claim),
      isReader: claim.isReader,
      line: lines.positionAt(claim.range.start).line + 1,
    }));
    const { digest } = this.terminal;
    return { path, hosts, identity: digest(read.text), claimed: claimed === undefined ? undefined : { ...claimed, claims } };
  }
}

function gather(neighbours: readonly Neighbour[]): Neighbourhood {
  const claimants = new Map<string, { readonly neighbour: Neighbour; readonly claim: NotedClaim }[]>();
  const byHost = new Map<string, Neighbour[]>();
  for (const neighbour of neighbours) {
    for (const { name } of neighbour.hosts) {
      addTo(byHost, name, neighbour);
      for (const claim of neighbour.claimed?.claims ?? []) addTo(claimants, placeKey(name, claim.key), { neighbour, claim });
    }
  }
  const full = new Map<string, FullHost[]>();
  for (const [, own] of byHost) {
    const found = findFull(own);
    if (found !== undefined) addTo(full, found.path, found.full);
  }
  const names = [...byHost].map(([host, own]) => {
    const isKnown = own.every(({ claimed }) => claimed !== undefined);
    return [host, isKnown ? new Set(own.map(({ claimed }) => claimed?.name ?? '')) : undefined] as const;
  });
  return { byPath: new Map(neighbours.map((each) => [each.path, each])), claimants, names: new Map(names), full };
}

/** The config with which the domains of a host take more than there is, in the order of their paths; those of several hosts do not count. */
function findFull(own: readonly Neighbour[]): { readonly path: string; readonly full: FullHost } | undefined {
  const certain = own.filter(({ hosts, claimed }) => hosts.length === 1 && claimed !== undefined);
  const domains = [...new Map(certain.map((each) => [each.identity, each])).values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const host = domains[0]?.hosts[0];
  if (host?.memory === undefined) return undefined;
  const available = (host.memory - (host.dom0Memory ?? 0)) * 1024;
  let sum = 0;
  for (const { path, claimed } of domains) {
    sum += claimed?.needed ?? 0;
    if (sum <= available) continue;
    const needed = domains.reduce((all, each) => all + (each.claimed?.needed ?? 0), 0);
    return { path, full: { host: host.name, needed, available, domains: domains.length } };
  }
  return undefined;
}

function neighboursOf(path: string, hosts: readonly Host[], { byPath, claimants, names, full }: Neighbourhood): Neighbours {
  const own = byPath.get(path);
  const claims = own?.claimed?.claims ?? [];
  const others = claims.map((claim) => [claim.key, findRival(own, claim, hosts, claimants)] as const);
  const rivals = others.flatMap(([key, rival]) => (rival === undefined ? [] : [[key, [rival]] as const]));
  const known = hosts.map(({ name }) => names.get(name));
  const missing = known.includes(undefined)
    ? []
    : (own?.claimed?.backends ?? []).filter((backend) => !known.some((each) => each?.has(backend) === true));
  return { hosts, claimants: Object.fromEntries(rivals), fullHosts: full.get(path) ?? [], missingBackends: missing };
}

/** The first who is in the way of a claim: a thing that everybody only reads has hundreds of claimants. */
function findRival(
  own: Neighbour | undefined,
  { key, isReader }: NotedClaim,
  hosts: readonly Host[],
  claimants: Neighbourhood['claimants'],
): Claimant | undefined {
  for (const { name } of hosts) {
    for (const { neighbour, claim } of claimants.get(placeKey(name, key)) ?? []) {
      if (neighbour.identity === own?.identity || (isReader && claim.isReader)) continue;
      const { path, claimed } = neighbour;
      const domain = claimed?.name === undefined || claimed.name === '' ? path : claimed.name;
      return { domain, place: `${path}:${claim.line}`, isReader: claim.isReader };
    }
  }
  return undefined;
}

function placeKey(host: string, key: string): string {
  return `${host}\n${key}`;
}

function addTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
