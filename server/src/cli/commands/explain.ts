/** `xlcfg explain`: shows the domain that xl makes of a config. */
import { countBySeverity, type Json, type JsonObject, type LanguageService, type Target } from '../../language-service';
import { isList } from '../../text/json';
import { type CheckedFile, ConfigLoader } from '../config-files';
import type { Output } from '../output';
import { oneLine } from '../printable';
import { describeFindings, printJson } from '../reporters/json';
import { type ReportedFile, toReportedFile } from '../reporters/reported-file';
import type { ReportMachine } from '../reporters/report-machine';
import { reportAll, reportOptions } from '../reporters/reporter';
import { TEXT_REPORTER } from '../reporters/text';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

export interface ExplainOptions {
  readonly format: 'text' | 'json' | 'markdown';
  readonly target: Partial<Target>;
  readonly config: string | undefined;
}

interface ExplainedFile extends ReportedFile {
  /** Undefined where xl refuses the config; then the findings say why. */
  readonly domain: JsonObject | undefined;
  /** What holds after xl read a file that is not about a domain. */
  readonly settings: JsonObject | undefined;
  /** The same for people. */
  readonly page: string;
}

/** Prints the domain of each config, or what another file sets, or why there is none. */
export async function explain(
  service: LanguageService,
  terminal: Terminal,
  paths: readonly string[],
  { format, target, config }: ExplainOptions,
): Promise<ExitStatus> {
  const explainFile = (file: CheckedFile): ExplainedFile => ({
    ...toReportedFile(file),
    domain: service.explain(file.analysis),
    settings: service.explainSettings(file.analysis),
    page: format === 'markdown' ? service.explainPage(file.analysis) : '',
  });
  const { files, hasFailed } = await new ConfigLoader(service, terminal, { target, config }).load(paths, explainFile);
  if (format === 'json') terminal.print(printJson(files.map((file) => toRecord(file, terminal))));
  else if (format === 'markdown') terminal.print(files.map(({ page }) => page).join('\n'));
  else for (const file of files) terminal.print(toText(file, files.length > 1, service, terminal));
  if (hasFailed) return EXIT.usage;
  return files.some(({ domain, settings }) => domain === undefined && settings === undefined) ? EXIT.findings : EXIT.fine;
}

function toRecord(file: ExplainedFile, machine: ReportMachine): unknown {
  const { path, text, target, domain, settings } = file;
  const known = domain === undefined ? settings && { settings } : { domain };
  const outcome = known ?? { errors: describeFindings(refusals(file), text, machine) };
  return { path, xen: target.xen, arch: target.arch, ...outcome };
}

/** Why there is no domain. */
function refusals({ findings, fileKind }: ReportedFile): ReportedFile['findings'] {
  // What is not a config has one finding that says so.
  if (fileKind !== 'config') return findings;
  return findings.filter(({ severity, stage }) => severity === 'error' && stage === 'parse');
}

function toText(file: ExplainedFile, hasTitle: boolean, service: LanguageService, machine: ReportMachine): Output | string {
  const { path, domain, settings } = file;
  const known = domain ?? settings;
  if (known === undefined) {
    const findings = refusals(file);
    return reportAll(TEXT_REPORTER, [{ ...file, findings, counts: countBySeverity(findings) }], reportOptions(service, machine));
  }
  return `${hasTitle ? `${oneLine(path)}\n` : ''}${layOut(known, hasTitle ? '  ' : '')}`;
}

/** One field a line; what belongs to a field stands below it, two blanks further in. */
function layOut(object: JsonObject, indent: string): string {
  return Object.entries(object)
    .map(([key, value]) => layOutField(key, value, indent))
    .join('');
}

function layOutField(key: string, value: Json, indent: string): string {
  if (typeof value !== 'object') return `${indent}${oneLine(key)}: ${oneLine(String(value))}\n`;
  if (!isList(value)) return `${indent}${oneLine(key)}:\n${layOut(value, `${indent}  `)}`;
  const isFlat = value.every((item) => typeof item !== 'object');
  if (isFlat) return `${indent}${oneLine(key)}: ${oneLine(value.map(String).join(', '))}\n`;
  return value.map((item, index) => layOutField(`${key}[${index}]`, item, indent)).join('');
}
