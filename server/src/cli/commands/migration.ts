/** `xlcfg migration`: says which domains can move to another host, and what keeps the others. */
import { message } from '../../text/message';
import { type LanguageService, type LocatedReport, type MigrationVerdict, type Say, type Target } from '../../language-service';
import { LineIndex } from '../../text/line-index';
import { ConfigLoader } from '../config-files';
import { oneLine } from '../printable';
import { printJson } from '../reporters/json';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

export interface MigrationOptions {
  readonly format: 'text' | 'json' | 'markdown';
  readonly target: Partial<Target>;
  readonly config: string | undefined;
  /** What every domain has to be at least. */
  readonly require: 'movable' | 'conditional' | undefined;
}

/** Prints the report of each config. */
export async function migration(
  service: LanguageService,
  terminal: Terminal,
  paths: readonly string[],
  { format, target, config, require }: MigrationOptions,
): Promise<ExitStatus> {
  const { files: reports, hasFailed } = await new ConfigLoader(service, terminal, { target, config }).load(
    paths,
    ({ path, text, analysis }): LocatedReport => ({ path, text, ...service.reportMigration(analysis) }),
  );
  if (format === 'json') terminal.print(printJson(reports.map(toRecord)));
  else
    terminal.print(format === 'markdown' ? service.migrationPage(reports) : reports.map((report) => toText(report, service.say)).join(''));
  if (hasFailed) return EXIT.usage;
  return reports.every(({ verdict }) => satisfies(verdict, require)) ? EXIT.fine : EXIT.findings;
}

const RANK: Readonly<Record<MigrationVerdict, number>> = { unknown: 0, tied: 0, conditional: 1, movable: 2 };

function satisfies(verdict: MigrationVerdict, required: MigrationOptions['require']): boolean {
  return required === undefined || RANK[verdict] >= RANK[required];
}

function toRecord({ path, text, name, verdict, summary, isMeantToStay, sharedStorage, reasons }: LocatedReport): unknown {
  const lines = new LineIndex(text);
  return {
    path,
    name: name ?? null,
    verdict,
    summary,
    meantToStay: isMeantToStay,
    sharedStorage,
    reasons: reasons.map(({ ruleId, strength, since, range, message, advice, related }) => ({
      ruleId,
      strength,
      since,
      range: lines.lineRange(range),
      message,
      advice,
      related: related.map((place) => ({ range: lines.lineRange(place.range), message: place.message })),
    })),
  };
}

function toText({ path, text, summary, isMeantToStay, reasons }: LocatedReport, say: Say): string {
  const lines = new LineIndex(text);
  const listed = reasons.map(({ strength, range, message }) => {
    const { line, character } = lines.lineRange(range).start;
    return `  ${oneLine(path)}:${line + 1}:${character + 1}: ${strength}: ${oneLine(message)}\n`;
  });
  return `${oneLine(path)}: ${oneLine(summary)}${isMeantToStay ? ` (${say(message('not meant to move'))})` : ''}\n${listed.join('')}`;
}
