/** Lists the files of a folder that may be domain configs. */
import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SKIPPED_FOLDERS } from '../language-service';

const CONFIG_NAME = /\.(?:cfg|conf|xl|xlcfg|hvm|pv|pvh|xm)$|^xlexample\.|^xmexample/;

interface Limits {
  readonly depth: number;
  readonly files: number;
  /** How many folder entries are looked at. */
  readonly entries: number;
}

/** For looks at a workspace that nobody asked for. */
const MODEST: Limits = { depth: 8, files: 2000, entries: 50_000 };
const NO_LIMITS: Limits = { depth: Infinity, files: Infinity, entries: Infinity };

/** All files below a folder that somebody named; undefined for what is no folder. */
export async function listFolder(path: string): Promise<readonly string[] | undefined> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  return isFolder ? [...(await listPaths(path, NO_LIMITS))].sort() : undefined;
}

/** A file, and what is another one when the file was written to. */
export interface ListedConfig {
  readonly path: string;
  readonly version: string;
}

/** The same of a folder of a workspace, as far as is worth looking, with what tells a file from its next version. */
export async function listConfigs(root: string): Promise<readonly ListedConfig[]> {
  return (await Promise.all((await listPaths(root, MODEST)).map(readVersion))).filter((file) => file !== undefined);
}

async function readVersion(path: string): Promise<ListedConfig | undefined> {
  try {
    const { mtimeMs, size } = await lstat(path);
    return { path, version: `${mtimeMs} ${size}` };
  } catch {
    return undefined;
  }
}

/** The regular files with the name of a config, nearest to the top first; links are not followed. */
async function listPaths(root: string, limits: Limits): Promise<readonly string[]> {
  const files: string[] = [];
  let entryCount = 0;
  let folders = [root];
  for (let depth = 0; depth <= limits.depth && folders.length > 0 && entryCount < limits.entries; depth++) {
    const entries = (await Promise.all(folders.map(readEntries))).flat();
    entryCount += entries.length;
    for (const { isFile, name, path } of entries) if (isFile && CONFIG_NAME.test(name)) files.push(path);
    folders = entries.filter((entry) => entry.isFolder && !SKIPPED_FOLDERS.has(entry.name)).map(({ path }) => path);
  }
  return files.slice(0, limits.files);
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
