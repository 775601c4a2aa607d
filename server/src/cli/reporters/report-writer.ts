/** Writes all reports of some files at once. */
import type { UnreadFile, WantedReport } from '../checked-share';
import { type Output, renderOutput } from '../output';
import { REPORTERS } from './index';
import type { ReportedFile } from './reported-file';
import { reportFile, type Reporter, type ReportOptions } from './reporter';

/** One text for each form of report, which grows with each file. */
export class ReportWriter {
  private readonly reports: readonly WantedReport[];
  private readonly options: ReportOptions;
  /** In the order of the forms. */
  readonly texts: string[];

  constructor(reports: readonly WantedReport[], options: ReportOptions) {
    this.reports = reports;
    this.options = options;
    this.texts = reports.map(() => '');
  }

  add(file: ReportedFile): void {
    this.addAll((reporter) => reportFile(reporter, file, this.options));
  }

  addUnread(file: UnreadFile): void {
    this.addAll((reporter) => reporter.reportUnread(file, this.options));
  }

  private addAll(write: (reporter: Reporter) => Output): void {
    for (const [index, { format, isColored }] of this.reports.entries()) {
      const reporter = REPORTERS[format];
      const text = renderOutput(write(reporter), isColored);
      const before = this.texts[index] ?? '';
      this.texts[index] = before === '' || text === '' ? before + text : `${before}${reporter.between}${text}`;
    }
  }
}
