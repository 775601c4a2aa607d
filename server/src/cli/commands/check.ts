/** `xlcfg check`: judges configs as xl reads them. */
import type { Message } from '../../text/message';
import type { DocumentSettings, LanguageService, Severity, Target } from '../../language-service';
import { loadConfigs } from '../config-files';
import { type ReportFormat, REPORTERS } from '../reporters/index';
import { type ReportedFile, toReportedFile } from '../reporters/reported-file';
import { EXIT, type ExitStatus, type SourceText, type Terminal } from '../terminal';

export interface CheckOptions {
  readonly format: ReportFormat;
  readonly target: Partial<Target>;
  readonly config: string | undefined;
  readonly maxWarnings: number | undefined;
  readonly fix: boolean;
  readonly hints: boolean;
}

/** Checks the files, prints what was found, and says how it went. */
export async function check(
  service: LanguageService,
  terminal: Terminal,
  paths: readonly string[],
  options: CheckOptions,
): Promise<ExitStatus> {
  const unwritten: string[] = [];
  /** Fixes a text; one that cannot be written stays what it was. */
  const rewrite = async (path: string, source: SourceText, settings: DocumentSettings): Promise<string> => {
    const fixed = service.fixAll(source.text, settings);
    const problem = await giveBack(terminal, path, source, fixed);
    if (problem === undefined) return fixed;
    terminal.printFailure(path, { kind: 'unreadable', reason: problem });
    unwritten.push(path);
    return source.text;
  };
  const loading = { target: options.target, config: options.config, ...(options.fix ? { rewrite } : {}) };
  const { files: checked, hasFailed } = await loadConfigs(service, terminal, paths, loading, toReportedFile);
  // The text that was read from standard input and fixed goes to standard output, so the findings cannot.
  const isFilter = options.fix && paths.includes('-');
  const output = REPORTERS[options.format](checked, { showsHints: options.hints, say: service.say });
  if (isFilter) terminal.printError(output);
  else terminal.print(output);
  if (hasFailed || unwritten.length > 0) return EXIT.usage;
  return isAcceptable(checked, options.maxWarnings) ? EXIT.fine : EXIT.findings;
}

/** @returns why the file could not be written */
async function giveBack(terminal: Terminal, path: string, source: SourceText, fixed: string): Promise<Message | undefined> {
  if (path === '-') terminal.passOn({ text: fixed, encoding: source.encoding });
  else if (fixed !== source.text) return terminal.replace(path, source, fixed);
  return undefined;
}

function isAcceptable(checked: readonly ReportedFile[], maxWarnings: number | undefined): boolean {
  const total = (severity: Severity): number => checked.reduce((sum, { counts }) => sum + counts[severity], 0);
  return total('error') === 0 && (maxWarnings === undefined || total('warning') <= maxWarnings);
}
