/** What is asked and answered of a part of the files of `check`: plain data, so that another thread can have it. */
import type { Severity, Target } from '../language-service';

/** The forms in which findings are printed, as `--format` takes them. */
export type ReportFormat = 'text' | 'json';

export interface CheckOptions {
  readonly format: ReportFormat;
  readonly target: Partial<Target>;
  readonly config: string | undefined;
  readonly fix: boolean;
  readonly hints: boolean;
}

/** What was found in a number of files. */
export interface Totals {
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** What is said of some of the files. */
export interface CheckedShare {
  /** The part of the report, ready to print. */
  readonly output: string;
  readonly totals: Totals;
  /** What is to be said on standard error. */
  readonly errors: readonly string[];
  /** A config or a project file could not be read or written, or is too large. */
  readonly hasFailed: boolean;
}
