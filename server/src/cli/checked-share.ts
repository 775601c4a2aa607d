/** What is asked and answered of a part of the files of `check`: plain data, so that another thread can have it. */
import type { Neighbours, Severity, Target } from '../language-service';
import type { OutsideSettings } from '../project/resolve-settings';

/** The forms in which findings are printed, as `--format` takes them. */
export const REPORT_FORMATS = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A config to check: a file, `-` for standard input, or several files that are one config in this order. */
export interface ConfigSource {
  readonly parts: readonly string[];
  /** It was found and not named, and neither its name says what it is: it is checked if it looks like a config. */
  readonly isDoubtful?: true;
  /** What else runs on its hosts. */
  readonly neighbours?: Neighbours;
}

/** A report that is made. */
export interface WantedReport {
  readonly format: ReportFormat;
  readonly isColored: boolean;
}

export interface CheckOptions {
  /** Those that are made of the same findings. */
  readonly reports: readonly WantedReport[];
  /** The least severity that is shown; each form has its own where nobody says. */
  readonly severity: Severity | undefined;
  readonly target: Partial<Target>;
  readonly config: string | undefined;
  /** What holds where no project file says otherwise. */
  readonly defaults: OutsideSettings;
  readonly fix: boolean;
  /** Lines that are added to each config, as `xl create` adds its arguments. */
  readonly added: readonly string[];
  /** The path for which standard input stands. */
  readonly stdinPath: string | undefined;
  /** Only findings are printed for people, and nothing about them. */
  readonly isQuiet: boolean;
}

/** What was found in a number of files. */
export interface Totals {
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many findings each rule has. */
  readonly byRule: Readonly<Record<string, number>>;
  readonly unread: readonly UnreadFile[];
}

/** A file that could not be read. */
export interface UnreadFile {
  readonly path: string;
  /** As a phrase. */
  readonly problem: string;
}

/** What is said of some of the files. */
export interface CheckedShare {
  /** The parts of the reports, ready to print; empty where there is nothing to say. */
  readonly outputs: readonly string[];
  readonly totals: Totals;
  /** What is to be said on standard error. */
  readonly errors: readonly string[];
  /** A config or a project file could not be read or written, or is too large. */
  readonly hasFailed: boolean;
}
