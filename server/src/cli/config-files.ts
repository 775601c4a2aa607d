/** The configs named on the command line, read and analysed with what their projects say. */
import { message } from '../text/message';
import { type Analysis, type DocumentSettings, type FileHost, type LanguageService, rememberLooks, type Target } from '../language-service';
import { NOTHING_SAID, resolveSettings } from '../project/resolve-settings';
import { oneLine } from './printable';
import { ProjectReader } from './project';
import type { Failure, SourceText, Terminal } from './terminal';

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

export interface LoadedFiles<Kept> {
  /** In the order in which they were named. */
  readonly files: readonly Kept[];
  /** A config or a project file could not be read, as standard error says, or is too large, which is its finding. */
  readonly hasFailed: boolean;
}

/** So many configs are read while others are analysed. */
const AHEAD = 16;

/**
 * Reads and analyses the configs; those that cannot be read are reported and left out.
 * @param keep what is wanted of each: all of ten thousand would take too much memory
 */
export async function loadConfigs<Kept>(
  service: LanguageService,
  terminal: Terminal,
  paths: readonly string[],
  { target, config, rewrite }: LoadOptions,
  keep: (file: CheckedFile) => Kept,
): Promise<LoadedFiles<Kept>> {
  const projects = new ProjectReader(terminal, service.say, config);
  const hosts = new Map<string, FileHost>();
  const hostFor = (roots: Readonly<Record<string, string>>): FileHost => {
    const key = JSON.stringify(roots);
    const host = hosts.get(key) ?? rememberLooks(terminal.fileHost(roots));
    hosts.set(key, host);
    return host;
  };
  const load = async (path: string): Promise<CheckedFile | Failure> => {
    const read = await terminal.read(path);
    if (read.kind !== 'text') return read;
    const settings = resolveSettings(await projects.settingsFor(path), NOTHING_SAID, { ...NOTHING_SAID, target });
    const text = rewrite === undefined ? read.text : await rewrite(path, read, settings);
    return { path, text, analysis: await service.analyzeOnHost(text, settings, hostFor(settings.roots)) };
  };
  const kept: Kept[] = [];
  const failed: string[] = [];
  const take = (path: string, loaded: CheckedFile | Failure): void => {
    if ('kind' in loaded) {
      terminal.printFailure(path, loaded);
      failed.push(path);
      return;
    }
    for (const { ruleId, error } of loaded.analysis.failures)
      terminal.printError(
        `${oneLine(path)}: ${service.say(message('the rule {rule} failed: {error}', { rule: ruleId, error: String(error) }))}\n`,
      );
    if (loaded.analysis.model.fileKind === 'too-large') failed.push(path);
    kept.push(keep(loaded));
  };
  // What is written is read before the next one: two names can lead to the same file.
  await takeInOrder(paths, rewrite === undefined ? AHEAD : 1, load, take);
  return { files: kept, hasFailed: failed.length > 0 || projects.hasFailed };
}

/** Begins some pieces of work before those before them are done, and takes the results in their order. */
async function takeInOrder<Item, Result>(
  items: readonly Item[],
  ahead: number,
  begin: (item: Item) => Promise<Result>,
  take: (item: Item, result: Result) => void,
): Promise<void> {
  const begun: (readonly [Item, Promise<Result>])[] = [];
  const takeFirst = async (): Promise<void> => {
    const first = begun.shift();
    if (first !== undefined) take(first[0], await first[1]);
  };
  for (const item of items) {
    if (begun.length >= ahead) await takeFirst();
    const result = begin(item);
    // Its turn comes later, and with it what went wrong.
    result.catch(() => undefined);
    begun.push([item, result]);
  }
  while (begun.length > 0) await takeFirst();
}
