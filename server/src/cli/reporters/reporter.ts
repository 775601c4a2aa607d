/** A form in which findings are printed: file by file, so that nothing of a file has to be kept. */
import { countBySeverity, type LanguageService, type ListedRule, type Say, type Severity } from '../../language-service';
import { SEVERITIES } from '../../text/problem';
import type { Totals, UnreadFile } from '../checked-share';
import type { Output } from '../output';
import type { ReportMachine } from './report-machine';
import type { ReportedFile } from './reported-file';

/** How much is shown. */
interface Shown {
  /** The least severity; what the form shows by itself where nobody says. */
  readonly severity?: Severity | undefined;
  /** Only findings are for people, and nothing about them. */
  readonly isQuiet?: boolean;
}

/** What a reporter knows beside the findings. */
export interface ReportOptions extends Shown {
  readonly say: Say;
  readonly rules: () => readonly ListedRule[];
  readonly machine: ReportMachine;
}

/** What reporters get of a service and a machine. */
export function reportOptions(service: LanguageService, machine: ReportMachine, shown: Shown = {}): ReportOptions {
  return { ...shown, say: service.say, rules: () => service.listRules(), machine };
}

/** A form of a report. What is empty is left out, with what would stand between it and its neighbours. */
export interface Reporter {
  /** The least severity that the form shows where nobody says. */
  readonly shows: Severity;
  /** What stands before the first file. */
  readonly begin: string;
  /** What stands between two files. */
  readonly between: string;
  /** @param file has only the findings that are shown */
  reportFile(file: ReportedFile, options: ReportOptions): Output;
  /** What is said of a file that could not be read; standard error has it in any case. */
  reportUnread(file: UnreadFile, options: ReportOptions): Output;
  /** What stands behind the last file. */
  end(totals: Totals, options: ReportOptions): Output;
}

/** The part of a report that a file has. */
export function reportFile(reporter: Reporter, file: ReportedFile, options: ReportOptions): Output {
  const least = SEVERITIES.indexOf(options.severity ?? reporter.shows);
  const findings = least === 0 ? file.findings : file.findings.filter(({ severity }) => SEVERITIES.indexOf(severity) >= least);
  return reporter.reportFile({ ...file, findings }, options);
}

/** The whole report. */
export function reportAll(reporter: Reporter, files: readonly ReportedFile[], options: ReportOptions): Output {
  const reports = files.map((file) => reportFile(reporter, file, options)).filter((report) => report.length > 0);
  const totals = files.reduce((sum, file) => addTotals(sum, totalsOf(file)), NO_TOTALS);
  return [
    reporter.begin,
    ...reports.flatMap((report, index) => [...(index === 0 ? [] : [reporter.between]), ...report]),
    ...reporter.end(totals, options),
  ];
}

export const NO_TOTALS: Totals = { files: 0, counts: countBySeverity([]), byRule: {}, unread: [] };

/** What one file adds to the totals. */
export function totalsOf({ findings, counts }: ReportedFile): Totals {
  const byRule: Record<string, number> = {};
  for (const { ruleId } of findings) byRule[ruleId] = (byRule[ruleId] ?? 0) + 1;
  return { files: 1, counts, byRule, unread: [] };
}

export function addTotals(a: Totals, b: Totals): Totals {
  const add = (severity: Severity): number => a.counts[severity] + b.counts[severity];
  const counts = { error: add('error'), warning: add('warning'), information: add('information'), hint: add('hint') };
  const byRule: Record<string, number> = { ...a.byRule };
  for (const [ruleId, count] of Object.entries(b.byRule)) byRule[ruleId] = (byRule[ruleId] ?? 0) + count;
  return { files: a.files + b.files, counts, byRule, unread: b.unread.length === 0 ? a.unread : [...a.unread, ...b.unread] };
}
