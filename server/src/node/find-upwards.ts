/** Looks for a file in a folder and all folders above it. */
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** The path of the nearest regular file called `name`, starting in the folder that holds `path`. */
export async function findUpwards(path: string, name: string): Promise<string | undefined> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const candidate = join(folder, name);
    if (await isRegularFile(candidate)) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}

async function isRegularFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
