/** `xlcfg check`: judges configs as xl reads them. */
import type { Analysis, DocumentSettings, LanguageService, Target } from '../../language-service';
import { NOTHING_SAID, resolveSettings } from '../../project/resolve-settings';
import { ProjectReader } from '../project';
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

/** One config and what was found in it. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly analysis: Analysis;
}

/** Checks the files, prints what was found, and says how it went. */
export async function check(
  service: LanguageService,
  terminal: Terminal,
  paths: readonly string[],
  options: CheckOptions,
): Promise<ExitStatus> {
  const projects = new ProjectReader(terminal, options.config);
  const checked: CheckedFile[] = [];
  let hasUnreadable = false;
  for (const path of paths) {
    const result = await terminal.read(path);
    if (result.kind !== 'text') {
      hasUnreadable = true;
      terminal.printError(`${path}: ${result.kind === 'missing' ? 'no such file' : result.reason}\n`);
      continue;
    }
    const settings = resolveSettings(await projects.settingsFor(path), NOTHING_SAID, { ...NOTHING_SAID, target: options.target });
    const text = options.fix ? await fix(service, terminal, path, result, settings) : result.text;
    const analysis = service.analyze(text, settings);
    for (const { ruleId, error } of analysis.failures) terminal.printError(`${path}: the rule ${ruleId} failed: ${String(error)}\n`);
    checked.push({ path, text, analysis });
  }
  // The text that was read from standard input and fixed goes to standard output, so the findings cannot.
  const isFilter = options.fix && paths.includes('-');
  const output =
    options.format === 'json' ? reportJson(checked) : reportText(checked, { isColored: terminal.isColored, showsHints: options.hints });
  if (isFilter) terminal.printError(output);
  else terminal.print(output);
  if (hasUnreadable || projects.hasFailed) return EXIT.usage;
  return isAcceptable(checked, options.maxWarnings) ? EXIT.fine : EXIT.findings;
}

async function fix(
  service: LanguageService,
  terminal: Terminal,
  path: string,
  source: { readonly text: string; readonly encoding: 'utf8' | 'latin1' },
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
