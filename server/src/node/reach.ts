/** Which files of this machine may be looked at because a file of somebody else names them. */
import { realpathSync } from 'node:fs';
import { readlink } from 'node:fs/promises';
import * as platformPath from 'node:path';
import { isRemotePath } from '../text/remote-path';

type Paths = Pick<typeof platformPath, 'resolve' | 'join' | 'dirname' | 'relative' | 'isAbsolute' | 'sep' | 'parse'>;

/** More links than this in one path lead in a circle. */
const MAX_LINKS = 40;
/** No system takes a longer path. */
const MAX_LENGTH = 4096;

/** The folders that the editor has open, and whether the person trusts what is in them. */
export class Reach {
  private folders: readonly string[] = [];
  private isTrusted = true;
  private readonly paths: Paths;

  constructor(paths: Paths = platformPath) {
    this.paths = paths;
  }

  /** @param folders absolute paths of the workspace */
  set(folders: readonly string[], isTrusted: boolean): void {
    // Links lead to the real place of a folder, under whatever name it was opened.
    this.folders = folders.flatMap((folder) => [...new Set([this.paths.resolve(folder), realPath(folder)])]);
    this.isTrusted = isTrusted;
  }

  /** The part of a list of paths, such as all above a file, that may be looked at as far as their names tell. */
  within(paths: readonly string[]): readonly string[] {
    return paths.filter((path) => this.mayLookAt(path));
  }

  /**
   * Whether a file may be looked at, with all the links on the way to it. Nothing is touched that may not be.
   * Other machines are out of reach; without trust, all outside of the workspace is.
   */
  async allows(path: string): Promise<boolean> {
    if (isRemotePath(path) && !this.isInside(path)) return false;
    const isWindows = this.paths.sep === '\\';
    // Only on Windows can a link lead to another machine.
    if (this.isTrusted && !isWindows) return true;
    // Windows takes `..` out of a path before it follows links, other systems on the way.
    const start = isWindows || !this.paths.isAbsolute(path) ? this.paths.resolve(path) : path;
    return start.length <= MAX_LENGTH && this.walk(start);
  }

  /** Goes from part to part, and to where a link leads, as long as that may be looked at. */
  private async walk(path: string): Promise<boolean> {
    let [current, pending] = this.split(path);
    for (let linkCount = 0; linkCount <= MAX_LINKS;) {
      const [part, ...rest] = pending;
      if (part === undefined) return this.mayLookAt(current);
      const next = part === '..' ? this.paths.dirname(current) : this.paths.join(current, part);
      const isAbove = this.folders.some((folder) => isWithin(this.paths, next, folder));
      if (!isAbove && !this.mayLookAt(next)) return false;
      const target = isAbove ? undefined : await readLink(next);
      if (target === undefined) {
        [current, pending] = [next, rest];
      } else {
        if (isRemotePath(target) && !this.isInside(target)) return false;
        linkCount += 1;
        const [root, parts] = this.split(target);
        [current, pending] = [root === '' ? current : root, [...parts, ...rest]];
      }
    }
    return false;
  }

  private mayLookAt(path: string): boolean {
    return this.isInside(path) || (this.isTrusted && !isRemotePath(path));
  }

  private isInside(path: string): boolean {
    return this.folders.some((folder) => isWithin(this.paths, folder, path));
  }

  /** Where a path begins, empty for a relative one, and its parts. */
  private split(path: string): [string, string[]] {
    const { root } = this.paths.parse(path);
    return [
      root,
      path
        .slice(root.length)
        .split(this.paths.sep === '/' ? '/' : /[\\/]/)
        .filter((part) => part !== '' && part !== '.'),
    ];
  }
}

/** Whether a path is a folder or lies below it, by its name. */
function isWithin(paths: Paths, folder: string, path: string): boolean {
  const way = paths.relative(folder, path);
  return way !== '..' && !way.startsWith(`..${paths.sep}`) && !paths.isAbsolute(way);
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

async function readLink(path: string): Promise<string | undefined> {
  try {
    return await readlink(path);
  } catch {
    return undefined;
  }
}
