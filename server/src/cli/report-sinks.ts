/** Prints reports as they come, each to where it goes: standard output, or a file. */
import type { LanguageService } from '../language-service';
import type { Message } from '../text/message';
import type { CheckedShare, CheckOptions, ReportFormat, Totals } from './checked-share';
import { renderOutput } from './output';
import { REPORTERS } from './reporters/index';
import { addTotals, NO_TOTALS, type ReportOptions, reportOptions } from './reporters/reporter';
import type { Machine, OutputFile } from './terminal';

/** A report that goes into a file. */
export interface FileReport {
  readonly format: ReportFormat;
  readonly path: string;
}

/** Where one report goes. */
interface Sink {
  readonly write: (text: string) => void;
  readonly file?: OutputFile;
  readonly path?: string;
}

export class ReportSinks {
  totals: Totals = NO_TOTALS;
  hasFailed = false;
  private readonly machine: Machine;
  private readonly checking: CheckOptions;
  private readonly options: ReportOptions;
  private readonly sinks: readonly Sink[];
  private readonly hasBegun: boolean[];
  private readonly said = new Set<string>();

  /** @param write what standard output gets */
  constructor(
    service: LanguageService,
    machine: Machine,
    checking: CheckOptions,
    files: readonly FileReport[],
    write: (text: string) => void,
  ) {
    this.machine = machine;
    this.checking = checking;
    this.options = reportOptions(service, machine, checking);
    this.sinks = [
      { write },
      ...files.map(({ path }) => {
        const file = machine.openOutput(path);
        return { write: (text: string) => file.write(text), file, path };
      }),
    ];
    this.hasBegun = this.sinks.map(() => false);
  }

  add({ outputs, totals, errors, hasFailed }: CheckedShare): void {
    for (const error of errors) this.complain(error);
    for (const [index, output] of outputs.entries()) if (output !== '') this.print(index, output);
    this.totals = addTotals(this.totals, totals);
    this.hasFailed ||= hasFailed;
  }

  /** @returns which files are not written, and why */
  end(): readonly { readonly path: string; readonly reason: Message }[] {
    for (const [index, { format, isColored }] of this.checking.reports.entries()) {
      const reporter = REPORTERS[format];
      const text = renderOutput(reporter.end(this.totals, this.options), isColored);
      this.sinks[index]?.write(this.hasBegun[index] === true ? text : reporter.begin + text);
    }
    return this.sinks.flatMap(({ file, path = '' }) => {
      const reason = file?.finish();
      return reason === undefined ? [] : [{ path, reason }];
    });
  }

  /** Leaves no files behind. */
  abandon(): void {
    for (const { file } of this.sinks) file?.abandon();
  }

  /** Says once what all threads say of a project file. */
  private complain(error: string): void {
    if (!this.said.has(error)) this.machine.writeError(error);
    this.said.add(error);
  }

  private print(index: number, output: string): void {
    const format = this.checking.reports[index]?.format ?? 'text';
    const { begin, between } = REPORTERS[format];
    this.sinks[index]?.write((this.hasBegun[index] === true ? between : begin) + output);
    this.hasBegun[index] = true;
  }
}
