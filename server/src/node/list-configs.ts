/** Lists the files of a folder that may be domain configs. */
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders that hold no configs, and can be very large. */
const SKIPPED = new Set(['.git', '.hg', '.svn', 'node_modules']);
const CONFIG_NAME = /\.(?:cfg|conf|xl|xlcfg|hvm|pv|pvh|xm)$|^xlexample\.|^xmexample/;
const MAX_DEPTH = 8;
const MAX_FILES = 2000;
/** How many folder entries are looked at. */
const MAX_ENTRIES = 50_000;

/** A file, and what is another one when the file was written to. */
export interface ListedConfig {
  readonly path: string;
  readonly version: string;
}

/** The regular files with the name of a config, nearest to the top first; links are not followed. */
export async function listConfigs(root: string): Promise<readonly ListedConfig[]> {
  const files: string[] = [];
  let entryCount = 0;
  let folders = [root];
  for (let depth = 0; depth <= MAX_DEPTH && folders.length > 0 && entryCount < MAX_ENTRIES; depth++) {
    const entries = (await Promise.all(folders.map(readEntries))).flat();
    entryCount += entries.length;
    files.push(...entries.filter((entry) => entry.isFile && CONFIG_NAME.test(entry.name)).map(({ path }) => path));
    folders = entries.filter((entry) => entry.isFolder && !SKIPPED.has(entry.name)).map(({ path }) => path);
  }
  return (await Promise.all(files.slice(0, MAX_FILES).map(readVersion))).filter((file) => file !== undefined);
}

async function readVersion(path: string): Promise<ListedConfig | undefined> {
  try {
    const { mtimeMs, size } = await lstat(path);
    return { path, version: `${mtimeMs} ${size}` };
  } catch {
    return undefined;
  }
}

interface FolderEntry {
  readonly name: string;
  readonly path: string;
  readonly isFile: boolean;
  readonly isFolder: boolean;
}

async function readEntries(folder: string): Promise<readonly FolderEntry[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.map((entry) => ({
      name: entry.name,
      path: join(folder, entry.name),
      isFile: entry.isFile(),
      isFolder: entry.isDirectory(),
    }));
  } catch {
    return [];
  }
}
