/** The configs named on the command line, read and analysed with what their projects say. */
import { message } from '../text/message';
import type { Analysis, DocumentSettings, LanguageService, Target } from '../language-service';
import { NOTHING_SAID, type ResolvedDocumentSettings, resolveSettings } from '../project/resolve-settings';
import { oneLine } from './printable';
import { ProjectReader } from './project';
import type { SourceText, Terminal } from './terminal';

/** One config and what was found in it. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly analysis: Analysis;
}

export interface LoadOptions {
  /** What flags say of the target, which wins over the project. */
  readonly target: Partial<Target>;
  /** The project file of `--config`. */
  readonly config: string | undefined;
  /** Changes a text before it is analysed. */
  readonly rewrite?: (path: string, source: SourceText, settings: DocumentSettings) => Promise<string>;
}

export interface LoadedFiles {
  readonly files: readonly CheckedFile[];
  /** A config or a project file could not be read, as standard error says, or is too large, which is its finding. */
  readonly hasFailed: boolean;
}

/** Reads and analyses the configs; those that cannot be read are reported and left out. */
export async function loadConfigs(
  service: LanguageService,
  terminal: Terminal,
  paths: readonly string[],
  { target, config, rewrite }: LoadOptions,
): Promise<LoadedFiles> {
  const projects = new ProjectReader(terminal, service.say, config);
  const files: CheckedFile[] = [];
  for (const path of paths) {
    const read = await terminal.read(path);
    if (read.kind !== 'text') {
      terminal.printFailure(path, read);
      continue;
    }
    const settings = resolveSettings(await projects.settingsFor(path), NOTHING_SAID, { ...NOTHING_SAID, target });
    const text = rewrite === undefined ? read.text : await rewrite(path, read, settings);
    const analysis = await analyzeWithFacts(service, terminal, text, settings);
    for (const { ruleId, error } of analysis.failures)
      terminal.printError(
        `${oneLine(path)}: ${service.say(message('the rule {rule} failed: {error}', { rule: ruleId, error: String(error) }))}\n`,
      );
    files.push({ path, text, analysis });
  }
  const isUnread = files.some(({ analysis }) => analysis.model.fileKind === 'too-large');
  return { files, hasFailed: files.length < paths.length || isUnread || projects.hasFailed };
}

/** Analyses a text, looks at the files that it names, and then checks it again where there are any. */
async function analyzeWithFacts(
  service: LanguageService,
  terminal: Terminal,
  text: string,
  settings: ResolvedDocumentSettings,
): Promise<Analysis> {
  const analysis = service.analyze(text, settings);
  if (!service.hasFactsToGather(analysis)) return analysis;
  return service.addFacts(analysis, settings, await service.gatherFacts(analysis, terminal.fileHost(settings.roots)));
}
