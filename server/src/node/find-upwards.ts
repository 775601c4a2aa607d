/** Looks for a file in a folder and all folders above it. */
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Where a file called `name` may lie: in the folder that holds `path`, and in all above it. */
export function listUpwards(path: string, name: string): readonly string[] {
  const places: string[] = [];
  let folder = resolve(path);
  while (dirname(folder) !== folder) {
    folder = dirname(folder);
    places.push(join(folder, name));
  }
  return places;
}

/** The path of the nearest regular file called `name`, starting in the folder that holds `path`. */
export async function findUpwards(path: string, name: string): Promise<string | undefined> {
  return findFirst(listUpwards(path, name));
}

/** The first of the paths that is one of a regular file. */
export async function findFirst(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    if (await isRegularFile(path)) return path;
  }
  return undefined;
}

async function isRegularFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
