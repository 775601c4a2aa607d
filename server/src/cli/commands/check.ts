/** `xlcfg check`: judges configs as xl reads them. */
import type { LanguageService } from '../../language-service';
import type { CheckedShare, CheckOptions, Totals } from '../checked-share';
import { renderOutput } from '../output';
import { inShares } from '../in-shares';
import { REPORTERS } from '../reporters/index';
import { addTotals, NO_TOTALS, type Reporter, type ReportOptions } from '../reporters/reporter';
import { ShareChecker } from '../share-checker';
import { EXIT, type ExitStatus, type Machine } from '../terminal';

/** So many files are checked in one go; what is said of them is printed together. */
const SHARE = 64;
/** For so many files, one more thread is worth its start. */
const MANY = 300;

/** Checks the files, prints what was found, and says how it went. */
export async function check(
  service: LanguageService,
  machine: Machine,
  paths: readonly string[],
  options: CheckOptions,
  maxWarnings: number | undefined,
): Promise<ExitStatus> {
  const printer = new SharePrinter(service, machine, paths, options);
  const checker = new ShareChecker(service, machine, options);
  // What is written is read before the next one, and there is one standard input.
  const helpers = options.fix || paths.includes('-') ? [] : machine.startHelpers(options, Math.floor(paths.length / MANY));
  try {
    // A share of files that are known already waits for nothing, and nobody else would be given another one.
    const own = (share: readonly string[]): Promise<CheckedShare> => machine.rest().then(() => checker.check(share));
    const others = helpers.map((helper) => (share: readonly string[]) => helper.check(share));
    for await (const share of inShares(paths, SHARE, own, others)) printer.add(share);
  } finally {
    for (const helper of helpers) helper.end();
  }
  printer.end();
  if (printer.hasFailed) return EXIT.usage;
  return isAcceptable(printer.totals, maxWarnings) ? EXIT.fine : EXIT.findings;
}

/** Prints the report as it comes. */
class SharePrinter {
  totals: Totals = NO_TOTALS;
  hasFailed = false;
  private readonly machine: Machine;
  private readonly reporter: Reporter;
  private readonly options: ReportOptions;
  private readonly print: (text: string) => void;
  private readonly said = new Set<string>();

  constructor(service: LanguageService, machine: Machine, paths: readonly string[], { format, hints, fix }: CheckOptions) {
    this.machine = machine;
    this.reporter = REPORTERS[format];
    this.options = { showsHints: hints, say: service.say };
    // The text that was read from standard input and fixed goes to standard output, so the findings cannot.
    const isFilter = fix && paths.includes('-');
    this.print = (text) => {
      if (isFilter) machine.writeError(text);
      else machine.writeOutput(text, 'utf8');
    };
  }

  add({ output, totals, errors, hasFailed }: CheckedShare): void {
    for (const error of errors) this.complain(error);
    if (totals.files > 0) this.print(this.head() + output);
    this.totals = addTotals(this.totals, totals);
    this.hasFailed ||= hasFailed;
  }

  end(): void {
    const end = renderOutput(this.reporter.end(this.totals, this.options), this.machine.isColored);
    this.print(this.totals.files === 0 ? this.head() + end : end);
  }

  private head(): string {
    return this.totals.files === 0 ? this.reporter.begin : this.reporter.between;
  }

  /** All threads say what is wrong with a project file. */
  private complain(error: string): void {
    if (!this.said.has(error)) this.machine.writeError(error);
    this.said.add(error);
  }
}

function isAcceptable({ counts }: Totals, maxWarnings: number | undefined): boolean {
  return counts.error === 0 && (maxWarnings === undefined || counts.warning <= maxWarnings);
}
