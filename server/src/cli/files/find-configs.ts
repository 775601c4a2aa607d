/** Finds the configs that arguments name: files, folders with all below them, and globs. */
import { judgeName } from '../../language-service';
import { type Glob, readGlob } from '../../project/glob';
import { message, type Message } from '../../text/message';
import type { ConfigSource } from '../checked-share';
import type { ProjectReader } from '../project';
import type { Terminal } from '../terminal';
import { IgnoredPaths } from './ignored';

export interface FoundConfigs {
  /** In the order of the arguments, and each once; by their absolute paths, and `-` for standard input. */
  readonly sources: ReadonlyMap<string, ConfigSource>;
  /** Arguments that stand for nothing, with the reason as a phrase. */
  readonly problems: readonly { readonly argument: string; readonly reason: Message }[];
  /** Whether any argument was more than the name of a file. */
  readonly hasSearched: boolean;
  /** The folders that were looked through, absolute. */
  readonly folders: readonly string[];
}

interface FoundFile {
  /** As it is shown. */
  readonly path: string;
  readonly absolute: string;
  /** Without links on the way to it. */
  readonly real: string;
  readonly isLink: boolean;
}

/** What is said where no config was found at all. */
export const NOTHING_FOUND = message('No configs found. A file that is named is taken, whatever it is called.');

/** Whether an argument that names no file is a glob. */
const GLOB = /[*?[{]/;
/** The beginning of a glob that has no wildcard: the folder to look through. */
const FIXED_PART = /^(?:[^*?[{\\]*\/)?/;

/** Looks through folders, and into no file. */
export class ConfigFinder {
  private readonly terminal: Terminal;
  private readonly ignored: IgnoredPaths;
  private readonly skipsOthers: boolean;
  private readonly found = new Map<string, ConfigSource>();
  private readonly searched: string[] = [];

  /** @param options.skipsOthers files that are named count as those of folders do */
  constructor(terminal: Terminal, projects: ProjectReader, { skipsOthers = false }: { readonly skipsOthers?: boolean } = {}) {
    this.terminal = terminal;
    this.skipsOthers = skipsOthers;
    this.ignored = new IgnoredPaths(terminal, projects);
  }

  /** The configs in the order of the arguments, and each of them once; those of a folder by their names. */
  async find(args: readonly string[]): Promise<FoundConfigs> {
    const problems: { argument: string; reason: Message }[] = [];
    for (const argument of args) {
      const reason = await this.take(argument);
      if (reason !== undefined) problems.push({ argument, reason });
    }
    return { sources: this.found, problems, hasSearched: this.searched.length > 0, folders: this.searched };
  }

  private async take(argument: string): Promise<Message | undefined> {
    const { folders } = this.terminal;
    const kind = argument === '-' ? 'file' : await folders.look(argument);
    if (kind === 'folder') return this.takeFolder(argument);
    if (kind === undefined && GLOB.test(argument)) return this.takeGlob(argument);
    if (kind === 'file' && argument !== '-' && this.skipsOthers) return this.takeIfConfig(argument);
    // What is named is taken as it is; who reads it says what is wrong with it.
    this.add(argument === '-' ? '-' : folders.absolute(argument), { parts: [argument] });
    return undefined;
  }

  private async takeIfConfig(argument: string): Promise<undefined> {
    const absolute = this.terminal.folders.absolute(argument);
    const verdict = judgeName(absolute);
    if (verdict === 'other' || (await this.isLeftOut(absolute))) return;
    this.add(absolute, { parts: [argument], ...(verdict === 'maybe' ? { isDoubtful: true as const } : {}) });
  }

  /** Whether a walk from the working directory would leave the file out. */
  private async isLeftOut(absolute: string): Promise<boolean> {
    const base = trimSlash(this.terminal.folders.absolute('.'));
    const start = absolute.startsWith(`${base}/`) ? base.length : absolute.lastIndexOf('/');
    const names = absolute.slice(start + 1).split('/');
    for (let folder = absolute.slice(0, start), depth = 0; depth < names.length; depth++) {
      const name = names[depth] ?? '';
      const isIgnored = await this.ignored.in(folder);
      if (isIgnored(name, depth < names.length - 1)) return true;
      folder = `${folder}/${name}`;
    }
    return false;
  }

  private async takeFolder(argument: string): Promise<Message | undefined> {
    const files = await this.walk(argument);
    if ('template' in files) return files;
    const verdicts = new Map(files.map((file) => [file, file.isLink ? 'maybe' : judgeName(file.absolute)]));
    await this.addAll(
      files.filter((file) => verdicts.get(file) !== 'other'),
      (file) => verdicts.get(file) === 'maybe',
    );
    return undefined;
  }

  private async takeGlob(argument: string): Promise<Message | undefined> {
    const pattern = this.terminal.folders.slashed(argument);
    const glob = readGlob(withoutDot(pattern));
    if ('template' in glob) return message('is no glob: it {problem}', { problem: glob });
    const root = FIXED_PART.exec(pattern)?.[0] ?? '';
    if ((await this.terminal.folders.look(root === '' ? '.' : root)) !== 'folder') return message('no such file');
    const files = await this.walk(root === '' ? '.' : root);
    if ('template' in files) return files;
    const matching = files.filter(({ path }) => isMatch(glob, path));
    await this.addAll(matching, ({ isLink }) => isLink);
    return matching.length === 0 ? message('no such file') : undefined;
  }

  /** Links come last: what they lead to may have been found under its own name. */
  private async addAll(files: readonly FoundFile[], isDoubtful: (file: FoundFile) => boolean): Promise<void> {
    const links = new Set<FoundFile>();
    const { folders } = this.terminal;
    const real = new Set<string>();
    for (const each of files) if (!each.isLink) real.add(each.real);
    for (const file of files.filter(({ isLink }) => isLink)) {
      const target = await folders.realPath(file.absolute);
      const isNew = !real.has(target) && !this.found.has(target) && (await folders.look(file.absolute)) === 'file';
      if (isNew) links.add(file);
      real.add(target);
    }
    for (const file of files) {
      if (file.isLink && !links.has(file)) continue;
      this.add(file.absolute, { parts: [file.path], ...(isDoubtful(file) ? { isDoubtful: true as const } : {}) });
    }
  }

  private add(absolute: string, source: ConfigSource): void {
    if (!this.found.has(absolute)) this.found.set(absolute, source);
  }

  /** All files below a folder that are not ignored, by their names. Links to folders are not followed. */
  private async walk(argument: string): Promise<readonly FoundFile[] | Message> {
    const { folders } = this.terminal;
    const root = trimSlash(folders.absolute(argument));
    const realRoot = trimSlash(await folders.realPath(root));
    const files: FoundFile[] = [];
    const pending = [{ absolute: root, shown: argument === '.' ? '' : `${trimSlash(folders.slashed(argument))}/` }];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      const entries = await folders.list(folder.absolute === '' ? '/' : folder.absolute);
      if (!('length' in entries)) {
        if (folder.absolute === root) return entries.kind === 'missing' ? message('no such file') : entries.reason;
        continue;
      }
      this.searched.push(folder.absolute);
      const isIgnored = await this.ignored.in(folder.absolute);
      for (const { name, kind } of entries) {
        if (kind === 'other' || isIgnored(name, kind === 'folder')) continue;
        const [absolute, shown] = [`${folder.absolute}/${name}`, `${folder.shown}${name}`];
        if (kind === 'folder') pending.push({ absolute, shown: `${shown}/` });
        else files.push({ path: shown, absolute, real: `${realRoot}${absolute.slice(root.length)}`, isLink: kind === 'link' });
      }
    }
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

function isMatch(glob: Glob, path: string): boolean {
  return glob.matches(withoutDot(path));
}

function withoutDot(path: string): string {
  return path.replace(/^(?:\.\/)+/, '');
}

function trimSlash(path: string): string {
  return path.replace(/\/+$/, '');
}
