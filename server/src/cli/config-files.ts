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

/** Reads and analyses configs; what many of them share is read once. */
export class ConfigLoader {
  private readonly service: LanguageService;
  private readonly terminal: Terminal;
  private readonly options: LoadOptions;
  private readonly projects: ProjectReader;
  private readonly hosts = new Map<string, FileHost>();

  constructor(service: LanguageService, terminal: Terminal, options: LoadOptions) {
    this.service = service;
    this.terminal = terminal;
    this.options = options;
    this.projects = new ProjectReader(terminal, service.say, options.config);
  }

  /**
   * Configs that cannot be read are reported and left out.
   * @param keep what is wanted of each: all of ten thousand would take too much memory
   */
  async load<Kept>(paths: readonly string[], keep: (file: CheckedFile) => Kept): Promise<LoadedFiles<Kept>> {
    const kept: Kept[] = [];
    const failed: string[] = [];
    const take = (path: string, loaded: CheckedFile | Failure): void => {
      if (this.reportTrouble(path, loaded)) failed.push(path);
      if (!('kind' in loaded)) kept.push(keep(loaded));
    };
    // What is written is read before the next one: two names can lead to the same file.
    await takeInOrder(paths, this.options.rewrite === undefined ? AHEAD : 1, (path) => this.read(path), take);
    return { files: kept, hasFailed: failed.length > 0 || this.projects.hasFailed };
  }

  private async read(path: string): Promise<CheckedFile | Failure> {
    const { target, rewrite } = this.options;
    const read = await this.terminal.read(path);
    if (read.kind !== 'text') return read;
    const settings = resolveSettings(await this.projects.settingsFor(path), NOTHING_SAID, { ...NOTHING_SAID, target });
    const text = rewrite === undefined ? read.text : await rewrite(path, read, settings);
    return { path, text, analysis: await this.service.analyzeOnHost(text, settings, this.hostFor(settings.roots)) };
  }

  private hostFor(roots: Readonly<Record<string, string>>): FileHost {
    const key = JSON.stringify(roots);
    const host = this.hosts.get(key) ?? rememberLooks(this.terminal.fileHost(roots));
    this.hosts.set(key, host);
    return host;
  }

  /**
   * Says on standard error what went wrong with a config.
   * @returns whether it was not checked
   */
  private reportTrouble(path: string, loaded: CheckedFile | Failure): boolean {
    if ('kind' in loaded) {
      this.terminal.printFailure(path, loaded);
      return true;
    }
    for (const { ruleId, error } of loaded.analysis.failures) {
      const text = this.service.say(message('the rule {rule} failed: {error}', { rule: ruleId, error: String(error) }));
      this.terminal.printError(`${oneLine(path)}: ${text}\n`);
    }
    return loaded.analysis.model.fileKind === 'too-large';
  }
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
