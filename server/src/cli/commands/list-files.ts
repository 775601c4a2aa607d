/** `xlcfg check --list-files`: says what would be checked. */
import type { LanguageService } from '../../language-service';
import { selectConfigs } from '../files/select-configs';
import { oneLine } from '../printable';
import { ProjectReader } from '../project';
import { createTerminal, EXIT, type ExitStatus, type Machine } from '../terminal';
import { isConfig } from '../config-files';
import { type CheckRequest, reportProblems } from './check';

/** Prints the paths of the configs, one a line. */
export async function listFiles(service: LanguageService, machine: Machine, { selection, options }: CheckRequest): Promise<ExitStatus> {
  const terminal = createTerminal(machine, service.say);
  const selected = await selectConfigs(terminal, new ProjectReader(terminal, service.say, options.config), selection);
  if ('template' in selected) {
    terminal.printError(`${service.say(selected)}\n`);
    return EXIT.usage;
  }
  let hasSeen = false;
  for (const { parts, isDoubtful } of selected.sources) {
    const isTaken = isDoubtful !== true || (await looksLikeConfig(service, machine, parts[0] ?? ''));
    hasSeen ||= isTaken;
    if (isTaken) terminal.print(parts.map((path) => `${oneLine(path)}\n`).join(''));
  }
  return reportProblems(service, machine, selected, hasSeen) ? EXIT.fine : EXIT.usage;
}

async function looksLikeConfig(service: LanguageService, machine: Machine, path: string): Promise<boolean> {
  const read = await machine.read(path);
  return read.kind === 'text' && isConfig(service.detect(read.text));
}
