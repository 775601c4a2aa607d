/** `xlcfg diff`: what differs between configs and the domains that run. */
import type { FieldDifference, LanguageService, RunningComparison, Say, Target } from '../../language-service';
import { message } from '../../text/message';
import { type CheckedFile, ConfigLoader } from '../config-files';
import { oneLine } from '../printable';
import { printJson } from '../reporters/json';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

export interface DiffOptions {
  readonly format: 'text' | 'json' | 'markdown';
  readonly target: Partial<Target>;
  readonly config: string | undefined;
}

interface ComparedFile {
  readonly path: string;
  readonly comparison: RunningComparison;
}

/**
 * Compares each config with the domain of its name.
 * @param running the file with what `xl list -l` printed; `-` for standard input
 */
export async function diff(
  service: LanguageService,
  terminal: Terminal,
  paths: readonly string[],
  running: string,
  { format, target, config }: DiffOptions,
): Promise<ExitStatus> {
  const listed = await terminal.read(running);
  if (listed.kind !== 'text') {
    terminal.printFailure(running, listed);
    return EXIT.usage;
  }
  const compare = ({ path, analysis }: CheckedFile): ComparedFile => ({ path, comparison: service.compareRunning(analysis, listed.text) });
  const { files, hasFailed } = await new ConfigLoader(service, terminal, { target, config }).load(paths, compare);
  // One list is for all of them.
  const isUnreadable = files.some(({ comparison }) => comparison.kind === 'unreadable');
  if (isUnreadable) terminal.printError(`${oneLine(running)}: ${service.say(message('this is not what `xl list -l` prints'))}\n`);
  else print(service, terminal, files, format);
  if (hasFailed || files.some(({ comparison }) => comparison.kind !== 'compared')) return EXIT.usage;
  return files.some(({ comparison }) => differencesOf(comparison).length > 0) ? EXIT.findings : EXIT.fine;
}

function differencesOf(comparison: RunningComparison): readonly FieldDifference[] {
  return comparison.kind === 'compared' ? comparison.differences : [];
}

function print(service: LanguageService, terminal: Terminal, files: readonly ComparedFile[], format: DiffOptions['format']): void {
  if (format === 'json') terminal.print(printJson(files.map(toRecord)));
  else if (format === 'markdown') terminal.print(files.map(({ comparison }) => service.comparisonPage(comparison)).join('\n'));
  else for (const file of files) terminal.print(toText(file, service));
}

function toRecord({ path, comparison }: ComparedFile): unknown {
  const { kind, name } = comparison;
  if (kind !== 'compared') return { path, name, problem: kind };
  const differences = comparison.differences.map(({ field, option, label, file, running }) => ({
    ...{ field, option, label },
    file: file?.value,
    running: running?.value,
  }));
  return { path, name, domid: comparison.domid, differences };
}

/** A line for the outcome, and one for each difference. */
function toText({ path, comparison }: ComparedFile, service: LanguageService): string {
  const lines = differencesOf(comparison).map((difference) => `  ${oneLine(toLine(difference, service.say))}\n`);
  return `${oneLine(path)}: ${oneLine(service.summarizeComparison(comparison))}\n${lines.join('')}`;
}

function toLine({ label, file, running }: FieldDifference, say: Say): string {
  const absent = message('not set');
  return say(
    message('{label}: {file} in the file, {running} in the running domain', {
      label,
      file: file?.words ?? absent,
      running: running?.words ?? absent,
    }),
  );
}
