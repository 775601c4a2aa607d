/** Lists the files of a folder that may be domain configs. */
import { lstat, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { SKIPPED_FOLDERS } from '../language-service';

const CONFIG_NAME = /\.(?:cfg|conf|xl|xlcfg|hvm|pv|pvh|xm)(?:\.(?:j2|jinja2?|erb|epp|tmpl|tpl|template|in))?$|^xlexample\.|^xmexample/;
const ANY_NAME = /(?:)/;

/** Nobody asked for the look at a workspace. */
const MAX_DEPTH = 8;
const MAX_FILES = 2000;
/** How many folder entries are looked at. */
const MAX_ENTRIES = 50_000;

/** A file, and what is another one when the file was written to. */
export interface ListedConfig {
  readonly path: string;
  readonly version: string;
}

/** The files of a folder of a workspace, as far as is worth looking, with what tells a file from its next version. */
export async function listConfigs(root: string): Promise<readonly ListedConfig[]> {
  return (await Promise.all((await listPaths(root, CONFIG_NAME, MAX_FILES)).map(readVersion))).filter((file) => file !== undefined);
}

/** All regular files in a folder and below, by their paths from there, with `/`, as far as is worth looking. */
export async function listFilesBelow(root: string): Promise<readonly string[]> {
  return (await listPaths(root, ANY_NAME, MAX_ENTRIES)).map((path) => relative(root, path).split(sep).join('/'));
}

async function readVersion(path: string): Promise<ListedConfig | undefined> {
  try {
    const { mtimeMs, size } = await lstat(path);
    return { path, version: `${mtimeMs} ${size}` };
  } catch {
    return undefined;
  }
}

/** The regular files with such a name, nearest to the top first; links are not followed. */
async function listPaths(root: string, names: RegExp, maxFiles: number): Promise<readonly string[]> {
  const files: string[] = [];
  let entryCount = 0;
  let folders = [root];
  for (let depth = 0; depth <= MAX_DEPTH && folders.length > 0 && entryCount < MAX_ENTRIES; depth++) {
    const entries = (await Promise.all(folders.map(readEntries))).flat();
    entryCount += entries.length;
    for (const { isFile, name, path } of entries) if (isFile && names.test(name)) files.push(path);
    folders = entries.filter((entry) => entry.isFolder && !SKIPPED_FOLDERS.has(entry.name)).map(({ path }) => path);
  }
  return files.slice(0, maxFiles);
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
