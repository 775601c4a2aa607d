/** `xlcfg check`: judges configs as xl reads them. */
import type { DocumentSettings, LanguageService, Target } from '../../language-service';
import { type CheckedFile, loadConfigs, type SourceText } from '../config-files';
import { reportJson } from '../reporters/json';
import { reportText } from '../reporters/text';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

export interface CheckOptions {
  readonly format: 'text' | 'json';
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
  const { files: checked, hasFailed } = await loadConfigs(service, terminal, paths, {
    target: options.target,
    config: options.config,
    ...(options.fix ? { rewrite: (path, source, settings) => fix(service, terminal, path, source, settings) } : {}),
  });
  // The text that was read from standard input and fixed goes to standard output, so the findings cannot.
  const isFilter = options.fix && paths.includes('-');
  const output =
    options.format === 'json' ? reportJson(checked) : reportText(checked, { isColored: terminal.isColored, showsHints: options.hints });
  if (isFilter) terminal.printError(output);
  else terminal.print(output);
  if (hasFailed) return EXIT.usage;
  return isAcceptable(checked, options.maxWarnings) ? EXIT.fine : EXIT.findings;
}

async function fix(
  service: LanguageService,
  terminal: Terminal,
  path: string,
  source: SourceText,
  settings: DocumentSettings,
): Promise<string> {
  const fixed = service.fixAll(source.text, settings);
  if (path === '-') terminal.print(fixed);
  else if (fixed !== source.text) await terminal.write(path, fixed, source.encoding);
  return fixed;
}

function isAcceptable(checked: readonly CheckedFile[], maxWarnings: number | undefined): boolean {
  const findings = checked.flatMap(({ analysis }) => analysis.findings);
  if (findings.some(({ severity }) => severity === 'error')) return false;
  return maxWarnings === undefined || findings.filter(({ severity }) => severity === 'warning').length <= maxWarnings;
}
