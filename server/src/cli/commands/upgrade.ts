/** `xlcfg upgrade`: what another release of Xen changes for configs. */
import type { LanguageService, Say, Target, UpgradeChange, XenVersion } from '../../language-service';
import { LineIndex } from '../../text/line-index';
import { message, type Message } from '../../text/message';
import { type CheckedFile, ConfigLoader } from '../config-files';
import { oneLine } from '../printable';
import { printJson } from '../reporters/json';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

export interface UpgradeOptions {
  readonly format: 'text' | 'json';
  readonly from: XenVersion;
  readonly to: XenVersion;
  readonly target: Partial<Target>;
  readonly config: string | undefined;
}

interface ComparedFile {
  readonly path: string;
  readonly text: string;
  readonly changes: readonly UpgradeChange[];
}

/** Prints what changes for each config; the exit status tells whether something breaks. */
export async function upgrade(
  service: LanguageService,
  terminal: Terminal,
  paths: readonly string[],
  { format, from, to, target, config }: UpgradeOptions,
): Promise<ExitStatus> {
  const loading = { target: { ...target, xen: to }, config };
  const compare = ({ path, text, analysis }: CheckedFile): ComparedFile => ({
    path,
    text,
    changes: service.upgrade(text, analysis.settings, from, to),
  });
  const { files: compared, hasFailed } = await new ConfigLoader(service, terminal, loading).load(paths, compare);
  if (format === 'json') terminal.print(printJson(compared.map((file) => toRecord(file, from, to))));
  else {
    for (const file of compared) terminal.print(toText(file, service.say));
    terminal.print(`${service.say(summarize(compared, from, to))}\n`);
  }
  if (hasFailed) return EXIT.usage;
  return compared.some(({ changes }) => changes.some(({ kind }) => kind === 'breaks')) ? EXIT.findings : EXIT.fine;
}

function toRecord({ path, text, changes }: ComparedFile, from: XenVersion, to: XenVersion): unknown {
  const lines = new LineIndex(text);
  return { path, from, to, changes: changes.map(({ range, ...rest }) => ({ ...rest, range: lines.lineRange(range) })) };
}

function toText({ path, text, changes }: ComparedFile, say: Say): string {
  const lines = new LineIndex(text);
  return changes
    .map(({ kind, release, range, message: found, action, id }) => {
      const { line, character } = lines.lineRange(range).start;
      const place = `${oneLine(path)}:${line + 1}:${character + 1}`;
      const advice = action === undefined ? '' : `. ${oneLine(action)}`;
      return `${place}: ${kind}, ${say(message('Xen {release}', { release }))}: ${oneLine(found)}${advice} (${id})\n`;
    })
    .join('');
}

function summarize(files: readonly ComparedFile[], from: XenVersion, to: XenVersion): Message {
  const touched = files.filter(({ changes }) => changes.length > 0).length;
  const broken = files.filter(({ changes }) => changes.some(({ kind }) => kind === 'breaks')).length;
  const counts = { all: String(files.length), touched: String(touched), broken: String(broken) };
  return message('Xen {from} to {to}: of {all} configs {touched} are touched, and {broken} break', { ...counts, from, to });
}
