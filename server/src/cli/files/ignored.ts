/** What folders leave out: by the project file above them, and by `.gitignore`. */
import { SKIPPED_FOLDERS } from '../../language-service';
import { GitIgnore } from '../../project/gitignore';
import type { ProjectReader } from '../project';
import type { Terminal } from '../terminal';

/** Says of what lies in a folder whether it is left out. */
export type IsIgnored = (name: string, isFolder: boolean) => boolean;

interface IgnoreFile {
  readonly folder: string;
  readonly patterns: GitIgnore;
}

export class IgnoredPaths {
  private readonly terminal: Terminal;
  private readonly projects: ProjectReader;
  private readonly chains = new Map<string, Promise<readonly IgnoreFile[] | undefined>>();

  constructor(terminal: Terminal, projects: ProjectReader) {
    this.terminal = terminal;
    this.projects = projects;
  }

  /** @param folder absolute, with `/`, and empty for the root */
  async in(folder: string): Promise<IsIgnored> {
    const files = (await this.gitIgnores(folder)) ?? [];
    const isLeftOut = await this.projects.ignoresIn(folder);
    return (name, isFolder) => {
      if (isFolder && SKIPPED_FOLDERS.has(name)) return true;
      const path = `${folder}/${name}`;
      if (isLeftOut(path, isFolder)) return true;
      for (const { folder: base, patterns } of files) {
        const verdict = patterns.judge(path.slice(base.length + 1), isFolder);
        if (verdict !== undefined) return verdict === 'ignored';
      }
      return false;
    };
  }

  /** The files that hold for a folder, the nearest first; undefined where git does not look after it. */
  private gitIgnores(folder: string): Promise<readonly IgnoreFile[] | undefined> {
    const known = this.chains.get(folder) ?? this.readChain(folder);
    this.chains.set(folder, known);
    return known;
  }

  private async readChain(folder: string): Promise<readonly IgnoreFile[] | undefined> {
    const isTop = (await this.terminal.folders.look(`${folder}/.git`)) !== undefined;
    const above = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    const outer = isTop ? [] : folder === '' ? undefined : await this.gitIgnores(above);
    if (outer === undefined) return undefined;
    const own = await this.terminal.read(`${folder}/.gitignore`);
    return own.kind === 'text' ? [{ folder, patterns: new GitIgnore(own.text) }, ...outer] : outer;
  }
}
