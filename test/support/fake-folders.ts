/** Folders in memory, made of the paths of files, for tests of the command line. */
import { posix } from 'node:path';
import type { FolderEntry, Folders } from '../../server/src/cli/terminal';

/** @param files absolute, or below the working directory, which is `/work` */
export function fakeFolders(files: ReadonlyMap<string, unknown>, changed: readonly string[] | undefined): Folders {
  const absolute = (path: string): string => posix.resolve('/work', path);
  const paths = (): readonly string[] => [...files.keys()].filter((path) => path !== '-').map(absolute);
  const below = (folder: string): string => (folder === '/' ? '/' : `${folder}/`);
  const isFolder = (path: string): boolean => path === '/work' || paths().some((each) => each.startsWith(below(path)));
  return {
    list: async (path) => {
      const folder = absolute(path);
      if (!isFolder(folder)) return { kind: 'missing' };
      const names = new Set(
        paths().flatMap((each) => (each.startsWith(below(folder)) ? (each.slice(below(folder).length).split('/')[0] ?? '') : [])),
      );
      return [...names].map((name): FolderEntry => ({ name, kind: isFolder(posix.join(folder, name)) ? 'folder' : 'file' }));
    },
    look: async (path) => {
      if (paths().includes(absolute(path))) return 'file';
      return isFolder(absolute(path)) ? 'folder' : undefined;
    },
    realPath: async (path) => absolute(path),
    absolute,
    slashed: (path) => path,
    changedSince: async () => (changed === undefined ? { template: 'git is not here', data: {} } : new Set(changed.map(absolute))),
  };
}
