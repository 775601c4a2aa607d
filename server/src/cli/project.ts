/** Finds the project file of a config and what it says for it. */
import { findSurroundings, isPart, MAX_WHOLE_LENGTH } from '../project/assemble';
import { loadProject } from '../project/extends';
import { findSaidByHosts } from '../project/hosts';
import { isIgnored, NO_PROJECT, PROJECT_FILE_NAME, type ProjectFile, settingsFor } from '../project/project-file';
import type { ProjectSettings } from '../project/project-settings';
import type { Say } from '../language-service';
import { message } from '../text/message';
import { LineIndex } from '../text/line-index';
import { oneLine } from './printable';
import type { Terminal } from './terminal';

/** Reads each project file once, however many configs it is for. */
export class ProjectReader {
  private readonly files = new Map<string, Promise<ProjectFile>>();
  /** The texts of what project files name: parts of configs and files of hosts. And the files below project files. */
  private readonly parts = new Map<string, Promise<string | undefined>>();
  private readonly lists = new Map<string, Promise<readonly string[]>>();
  private readonly terminal: Terminal;
  private readonly say: Say;
  private readonly explicitPath: string | undefined;
  /** A project file could not be read, or not all of it. */
  hasFailed = false;

  /** @param explicitPath the file of `--config`, taken for every config */
  constructor(terminal: Terminal, say: Say, explicitPath: string | undefined) {
    this.terminal = terminal;
    this.say = say;
    this.explicitPath = explicitPath;
  }

  /** What the project says for the config at `path`; for standard input that of the working directory. */
  async settingsFor(path: string): Promise<ProjectSettings> {
    const start = path === '-' ? './-' : path;
    const found = await this.find(start);
    if (found === undefined) return NO_PROJECT.settings;
    const { file, project } = found;
    const relativePath = this.terminal.relativeTo(file, start);
    const settings = settingsFor(project, relativePath);
    const roots = Object.entries(settings.roots).map(([prefix, folder]) => [prefix, this.terminal.resolveFrom(file, folder)] as const);
    const { surroundings } = await findSurroundings(project, relativePath, {
      list: () => remember(this.lists, file, () => this.terminal.listBelow(file)),
      read: (part) => this.readOnce(file, part),
    });
    const ofHosts = await findSaidByHosts(project.hosts, relativePath, (path) => this.readOnce(file, path));
    return {
      ...settings,
      ...ofHosts.settings,
      roots: Object.fromEntries(roots),
      wholes: surroundings,
      ...(isPart(project, relativePath) ? { isPart: true } : {}),
    };
  }

  /** The text of a file that the project file names. */
  private readOnce(file: string, named: string): Promise<string | undefined> {
    return remember(this.parts, this.terminal.resolveFrom(file, named), (path) => this.readPart(path));
  }

  private async readPart(path: string): Promise<string | undefined> {
    const result = await this.terminal.read(path);
    // It would be kept for the next config.
    if (result.kind === 'text') return result.text.length > MAX_WHOLE_LENGTH ? undefined : result.text;
    this.terminal.printFailure(path, result);
    this.hasFailed = true;
    return undefined;
  }

  /** Whether the project leaves out what lies in a folder, by its absolute path. */
  async ignoresIn(folder: string): Promise<(path: string, isFolder: boolean) => boolean> {
    const found = await this.find(`${folder}/-`);
    if (found === undefined || found.project.ignore.length === 0) return () => false;
    const { file, project } = found;
    return (path, isFolder) => isIgnored(project, this.terminal.relativeTo(file, path), isFolder);
  }

  /** The project file that holds for a path. */
  async find(path: string): Promise<{ readonly file: string; readonly project: ProjectFile } | undefined> {
    const file = this.explicitPath ?? (await this.terminal.findUpwards(path, PROJECT_FILE_NAME));
    if (file === undefined) return undefined;
    const reading = this.files.get(file) ?? this.read(file);
    this.files.set(file, reading);
    return { file, project: await reading };
  }

  private async read(file: string): Promise<ProjectFile> {
    const result = await this.terminal.read(file);
    if (result.kind !== 'text') {
      this.terminal.printFailure(file, result);
      this.hasFailed = true;
      return NO_PROJECT;
    }
    const { project } = await loadProject(result.text, file, {
      read: async (path) => {
        const read = await this.terminal.read(path);
        if (read.kind === 'text') return read;
        return { reason: read.kind === 'missing' ? message('is not there') : read.reason };
      },
      resolveFrom: (base, path) => this.terminal.resolveFrom(base, path),
    });
    const lines = new LineIndex(result.text);
    for (const { message, range } of project.problems) {
      const { line, character } = lines.positionAt(range.start);
      this.terminal.printError(`${oneLine(file)}:${line + 1}:${character + 1}: ${oneLine(this.say(message))}\n`);
      this.hasFailed = true;
    }
    return project;
  }
}

/** What was found out about a key, at most once. */
function remember<Value>(known: Map<string, Promise<Value>>, key: string, find: (key: string) => Promise<Value>): Promise<Value> {
  const finding = known.get(key) ?? find(key);
  known.set(key, finding);
  return finding;
}
