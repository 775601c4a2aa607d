/** The configs named on the command line, read and analysed with what their projects say. */
import { message } from '../text/message';
import { textRange, type TextRange } from '../text/text-range';
import {
  type Analysis,
  type Detection,
  type DocumentSettings,
  type FileHost,
  type LanguageService,
  rememberLooks,
  settingsOfFile,
  type Target,
} from '../language-service';
import { NOTHING_SAID, type OutsideSettings, resolveSettings } from '../project/resolve-settings';
import type { ConfigSource, UnreadFile } from './checked-share';
import { oneLine } from './printable';
import { ProjectReader } from './project';
import { type Failure, reasonOf, type SourceText, type Terminal } from './terminal';

/** One config and what was found in it. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly analysis: Analysis;
}

/** A config with the files that it was put together from. */
export interface AssembledFile extends CheckedFile {
  readonly parts: readonly TextPart[];
}

/** What of a text comes from one file, or from the command line. */
export interface TextPart {
  readonly path: string;
  readonly range: TextRange;
}

export interface LoadOptions {
  /** What flags say of the target, which wins over the project. */
  readonly target: Partial<Target>;
  /** The project file of `--config`. */
  readonly config: string | undefined;
  /** What holds where no project file says otherwise. */
  readonly defaults?: OutsideSettings;
  /** Lines that are added to each config. */
  readonly added?: readonly string[];
  /** The path for which standard input stands. */
  readonly stdinPath?: string | undefined;
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

  /** @param projects of whoever reads them too: what is wrong in them is said once */
  constructor(
    service: LanguageService,
    terminal: Terminal,
    options: LoadOptions,
    projects = new ProjectReader(terminal, service.say, options.config),
  ) {
    this.service = service;
    this.terminal = terminal;
    this.options = options;
    this.projects = projects;
  }

  /**
   * Configs that cannot be read are reported and left out.
   * @param keep what is wanted of each: all of ten thousand would take too much memory
   */
  load<Kept>(paths: readonly string[], keep: (file: CheckedFile) => Kept): Promise<LoadedFiles<Kept>> {
    return this.loadSources(
      paths.map((path) => ({ parts: [path] })),
      keep,
    );
  }

  /**
   * The same of what may have to be found out or put together first.
   * @param miss hears of each file that could not be read, in the order of all
   */
  async loadSources<Kept>(
    sources: readonly ConfigSource[],
    keep: (file: AssembledFile) => Kept,
    miss: (file: UnreadFile) => void = () => undefined,
  ): Promise<LoadedFiles<Kept>> {
    const kept: Kept[] = [];
    const failed: string[] = [];
    const take = (_source: ConfigSource, loaded: AssembledFile | Trouble | undefined): void => {
      if (loaded === undefined) return;
      if (this.reportTrouble(loaded)) failed.push(loaded.path);
      if ('text' in loaded) kept.push(keep(loaded));
      else miss({ path: loaded.path, problem: this.service.say(reasonOf(loaded.failure)) });
    };
    // What is written is read before the next one: two names can lead to the same file.
    await takeInOrder(sources, this.options.rewrite === undefined ? AHEAD : 1, (source) => this.read(source), take);
    return { files: kept, hasFailed: failed.length > 0 || this.projects.hasFailed };
  }

  /** @returns undefined for what turns out to be no config */
  private async read(source: ConfigSource): Promise<AssembledFile | Trouble | undefined> {
    const joined = await this.join(source);
    if (!(joined instanceof TextJoiner)) return joined;
    const { target, defaults = NOTHING_SAID, rewrite, added = [] } = this.options;
    joined.addLines(added);
    const [written = '-'] = source.parts;
    const path = this.nameOf(written);
    const project = await this.projects.settingsFor(path);
    const said = resolveSettings(project, defaults, { ...NOTHING_SAID, target });
    const { neighbours } = source;
    const rules = neighbours === undefined ? said.rules : { ...said.rules, neighbours };
    const settings = { ...settingsOfFile(path, project.xlConf, said.target), ...said, rules };
    const text = rewrite === undefined || joined.first === undefined ? joined.text : await rewrite(written, joined.first, settings);
    const analysis = await this.service.analyzeOnHost(text, settings, this.hostFor(settings.roots));
    return { path, text, analysis, parts: joined.parts };
  }

  /** The text of all parts. */
  private async join({ parts, isDoubtful }: ConfigSource): Promise<TextJoiner | Trouble | undefined> {
    const joined = new TextJoiner();
    for (const path of parts) {
      const read = await this.terminal.read(path);
      if (read.kind !== 'text') return { path: this.nameOf(path), failure: read };
      if (isDoubtful === true && !isConfig(this.service.detect(read.text))) return undefined;
      joined.first ??= read;
      joined.add(this.nameOf(path), read.text);
    }
    return joined;
  }

  private nameOf(path: string): string {
    return path === '-' ? (this.options.stdinPath ?? path) : path;
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
  private reportTrouble(loaded: AssembledFile | Trouble): boolean {
    if ('failure' in loaded) {
      this.terminal.printFailure(loaded.path, loaded.failure);
      return true;
    }
    for (const { ruleId, error } of loaded.analysis.failures) {
      const text = this.service.say(message('the rule {rule} failed: {error}', { rule: ruleId, error: String(error) }));
      this.terminal.printError(`${oneLine(loaded.path)}: ${text}\n`);
    }
    return loaded.analysis.model.fileKind === 'too-large';
  }
}

/** A config that could not be read, and why. */
interface Trouble {
  readonly path: string;
  readonly failure: Failure;
}

/** Puts a text together, and knows what of it comes from where. */
class TextJoiner {
  text = '';
  /** What was read first. */
  first: SourceText | undefined;
  readonly parts: TextPart[] = [];

  add(path: string, text: string): void {
    this.parts.push({ path, range: textRange(this.text.length, this.text.length + text.length) });
    this.text += text;
  }

  /** Adds lines as `xl create` adds its arguments. */
  addLines(lines: readonly string[]): void {
    if (lines.length === 0) return;
    this.text += '\n';
    this.add(ADDED_LINES, lines.map((line) => `${line}\n`).join(''));
    this.text += '\n';
  }
}

/** Where findings in lines of the command line stand. */
export const ADDED_LINES = '--set';

/** Whether a text is a file that xl reads. */
export function isConfig(detection: Detection): boolean {
  return detection !== 'other' && detection !== 'python-config';
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
