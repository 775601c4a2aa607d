/** A form in which findings are printed: file by file, so that nothing of a file has to be kept. */
import { countBySeverity, type Say, type Severity } from '../../language-service';
import type { Totals } from '../checked-share';
import type { Output } from '../output';
import type { ReportedFile } from './reported-file';

export interface ReportOptions {
  readonly showsHints: boolean;
  readonly say: Say;
}

export interface Reporter {
  /** What stands before the first file. */
  readonly begin: string;
  /** What stands between two files. */
  readonly between: string;
  reportFile(file: ReportedFile, options: ReportOptions): Output;
  /** What stands behind the last file. */
  end(totals: Totals, options: ReportOptions): Output;
}

/** The whole report. */
export function reportAll(reporter: Reporter, files: readonly ReportedFile[], options: ReportOptions): Output {
  const reports = files.flatMap((file, index) => [...(index === 0 ? [] : [reporter.between]), ...reporter.reportFile(file, options)]);
  const totals = files.reduce((sum, { counts }) => addTotals(sum, { files: 1, counts }), NO_TOTALS);
  return [reporter.begin, ...reports, ...reporter.end(totals, options)];
}

export const NO_TOTALS: Totals = { files: 0, counts: countBySeverity([]) };

export function addTotals(a: Totals, b: Totals): Totals {
  const add = (severity: Severity): number => a.counts[severity] + b.counts[severity];
  const counts = { error: add('error'), warning: add('warning'), information: add('information'), hint: add('hint') };
  return { files: a.files + b.files, counts };
}
