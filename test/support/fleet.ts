/** Fleets for tests: configs by path, with the hosts that they run on. */
import { createLanguageService, type FleetHost, type FleetMember, type Topology } from '../../server/src/language-service';
import { DEFAULT_RULE_SETTINGS } from '../../server/src/linter/run';
import type { Host } from '../../server/src/workspace/host';

const service = createLanguageService();

export interface FleetConfig {
  readonly name: string;
  /** The lines behind the name and the kernel. */
  readonly lines?: string;
  /** The names of its hosts. */
  readonly hosts?: readonly string[];
}

export function memberOf({ name, lines = '', hosts = [] }: FleetConfig, index = 0): FleetMember {
  const text = `type = "hvm"\nname = "${name}"\nmemory = 1024\n${lines}\n`;
  const analysis = service.analyze(text, { target: { xen: '4.20' }, rules: DEFAULT_RULE_SETTINGS });
  const domain = service.fleetDomain(analysis);
  if (domain === undefined) throw new Error(`${text} is no domain`);
  return { file: `${index}.cfg`, domain, problems: { errors: 0, warnings: 0 }, places: hosts };
}

export function hostsOf(hosts: readonly Host[]): readonly FleetHost[] {
  return hosts.map((host) => ({ id: host.name, host }));
}

export function fleetOf(configs: readonly FleetConfig[], hosts: readonly Host[] = [], filter?: string): Topology {
  return service.topology(configs.map(memberOf), hostsOf(hosts), filter);
}
