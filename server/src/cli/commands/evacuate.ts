/** `xlcfg evacuate`: says how a host can be emptied, or why it cannot be. */
import type { EvacuationReport, LanguageService, Target } from '../../language-service';
import { message } from '../../text/message';
import { loadFleet } from '../fleet';
import { oneLine, printableJson } from '../printable';
import { JSON_VERSION } from '../reporters/json';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

export interface EvacuateOptions {
  readonly format: 'text' | 'json' | 'markdown';
  readonly target: Partial<Target>;
  readonly config: string | undefined;
}

/**
 * Prints the plan.
 * @param host the name of a host of the project
 * @param args the configs of all hosts
 */
export async function evacuate(
  service: LanguageService,
  terminal: Terminal,
  host: string,
  args: readonly string[],
  { format, ...options }: EvacuateOptions,
): Promise<ExitStatus> {
  const { members, hosts, hasFailed } = await loadFleet(service, terminal, args, options);
  const report = service.evacuate(members, hosts, host);
  if (report === undefined) {
    const names = hosts.map(({ id }) => oneLine(id)).join(', ');
    const known = names === '' ? message('no project names any') : message('there are {names}', { names });
    terminal.printError(`${service.say(message('no host is called {host}: {known}', { host: oneLine(host), known }))}\n`);
    return EXIT.usage;
  }
  if (format === 'json') terminal.print(`${printableJson(JSON.stringify(toRecord(report), undefined, 2))}\n`);
  else terminal.print(format === 'markdown' ? service.evacuationPage(report, () => undefined) : toText(report, service));
  if (hasFailed) return EXIT.usage;
  return report.isComplete ? EXIT.fine : EXIT.findings;
}

function toRecord({ isComplete, isProven, ...report }: EvacuationReport): unknown {
  return { version: JSON_VERSION, complete: isComplete, proven: isProven, ...report };
}

function toText({ summary, steps, staying, conflict, assumptions }: EvacuationReport, service: LanguageService): string {
  const { say } = service;
  const width = Math.max(0, ...[...steps, ...staying].map(({ name }) => oneLine(name).length));
  const head = (name: string, memory: number): string => `${oneLine(name).padEnd(width)}  ${service.sayMemory(memory).padStart(10)}`;
  const below = (texts: readonly string[]): readonly string[] => texts.map((text) => `       ${oneLine(text)}`);
  const moved = steps.flatMap(({ name, memory, action, reasons, conditions }, index) => [
    `${String(index + 1).padStart(4)}.  ${head(name, memory)}  ${oneLine(action)}`,
    ...below([...reasons, ...conditions]),
  ]);
  const left = staying.flatMap(({ name, memory, couldGo, reasons }) => [
    `    -  ${head(name, memory)}  ${say(couldGo ? message('finds no room') : message('can go nowhere'))}`,
    ...below(reasons),
  ]);
  const granted =
    assumptions.length === 0 ? [] : [`${say(message('What is taken for granted'))}:`, ...assumptions.map((each) => `  ${oneLine(each)}`)];
  const why = conflict.length === 0 ? [] : [conflict.map(oneLine).join(' ')];
  return [oneLine(summary), ...moved, ...left, ...why, ...granted].map((line) => `${line}\n`).join('');
}
