/** The folders of this machine, for arguments that name more than one file. */
import { readdirSync, type Dirent, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileKind, FolderEntry, Folders } from '../cli/terminal';
import { findChanges } from './git-changes';
import { explainError } from './read-text-file';

/** Made for programs that have nothing else to do: what is asked is answered before anything else happens, which is faster. */
export const LOCAL_FOLDERS: Folders = {
  list: async (path) => {
    try {
      return readdirSync(path, { withFileTypes: true }).map(toEntry);
    } catch (error) {
      return explainError(error);
    }
  },
  look: async (path) => {
    try {
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats === undefined ? undefined : kindOf(stats);
    } catch {
      // There is something, such as a link that leads back to itself.
      return 'other';
    }
  },
  realPath: async (path) => {
    try {
      return slashed(realpathSync.native(path));
    } catch {
      return path;
    }
  },
  absolute: (path) => slashed(resolve(path)),
  slashed,
  changedSince: findChanges,
};

function slashed(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

function toEntry(entry: Dirent): FolderEntry {
  return { name: entry.name, kind: entry.isSymbolicLink() ? 'link' : kindOf(entry) };
}

function kindOf(entry: Pick<Dirent, 'isFile' | 'isDirectory'>): FileKind {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}
