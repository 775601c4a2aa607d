/** `xlcfg topology`: draws which domains run on which hosts, and what they share there. */
import type { LanguageService, Place, Target, TopologyFormat } from '../../language-service';
import { loadFleet } from '../fleet';
import { printableJson } from '../printable';
import { JSON_VERSION } from '../reporters/json';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

export interface TopologyOptions {
  readonly format: TopologyFormat | 'json';
  readonly target: Partial<Target>;
  readonly config: string | undefined;
  /** Only domains that have these words are drawn. */
  readonly filter: string | undefined;
}

/** Prints the topology of all configs that the arguments name. */
export async function topology(
  service: LanguageService,
  terminal: Terminal,
  args: readonly string[],
  { format, filter, ...options }: TopologyOptions,
): Promise<ExitStatus> {
  const { members, hosts, lines, hasFailed } = await loadFleet(service, terminal, args, options);
  const drawn = service.topology(members, hosts, filter);
  if (format === 'json') {
    const showPlace = ({ file, range }: Place): unknown => ({ path: file, range: lines.get(file)?.lineRange(range) });
    const record = { version: JSON_VERSION, ...service.topologyRecord(drawn, showPlace) };
    terminal.print(`${printableJson(JSON.stringify(record, undefined, 2))}\n`);
  } else terminal.print(service.writeTopology(drawn, format));
  return hasFailed ? EXIT.usage : EXIT.fine;
}
