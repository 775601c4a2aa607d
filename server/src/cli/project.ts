/** Finds the project file of a config and what it says for it. */
import { isIgnored, NO_PROJECT, parseProjectFile, PROJECT_FILE_NAME, type ProjectFile, settingsFor } from '../project/project-file';
import type { ProjectSettings } from '../project/project-settings';
import type { Say } from '../language-service';
import { LineIndex } from '../text/line-index';
import { oneLine } from './printable';
import type { Terminal } from './terminal';

/** Reads each project file once, however many configs it is for. */
export class ProjectReader {
  private readonly files = new Map<string, Promise<ProjectFile>>();
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
    const settings = settingsFor(project, this.terminal.relativeTo(file, start));
    const roots = Object.entries(settings.roots).map(([prefix, folder]) => [prefix, this.terminal.resolveFrom(file, folder)] as const);
    return { ...settings, roots: Object.fromEntries(roots) };
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
    const project = parseProjectFile(result.text);
    const lines = new LineIndex(result.text);
    for (const { message, range } of project.problems) {
      const { line, character } = lines.positionAt(range.start);
      this.terminal.printError(`${oneLine(file)}:${line + 1}:${character + 1}: ${oneLine(this.say(message))}\n`);
      this.hasFailed = true;
    }
    return project;
  }
}
