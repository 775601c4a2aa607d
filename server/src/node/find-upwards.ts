/** Looks for a file in a folder and all folders above it. */
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** No real path is longer; systems refuse most that are. */
const MAX_LENGTH = 4096;

/** Where a file called `name` may lie: in the folder that holds `path`, and in all above it. */
export function listUpwards(path: string, name: string): readonly string[] {
  const places: string[] = [];
  let folder = resolve(path);
  if (folder.length > MAX_LENGTH) return [];
  while (dirname(folder) !== folder) {
    folder = dirname(folder);
    places.push(join(folder, name));
  }
  return places;
}

/** Finds the nearest regular file of a name for many paths, and looks into each folder once. */
export class UpwardsFinder {
  private readonly known = new Map<string, Promise<string | undefined>>();

  /** The path of the nearest regular file called `name`, starting in the folder that holds `path`. */
  async find(path: string, name: string): Promise<string | undefined> {
    const folder = dirname(resolve(path));
    return folder.length > MAX_LENGTH ? undefined : this.findFrom(folder, name);
  }

  /** Looks into all folders again. */
  forget(): void {
    this.known.clear();
  }

  private findFrom(folder: string, name: string): Promise<string | undefined> {
    const place = join(folder, name);
    const found = this.known.get(place) ?? this.look(folder, name);
    this.known.set(place, found);
    return found;
  }

  private async look(folder: string, name: string): Promise<string | undefined> {
    const place = join(folder, name);
    if (await isRegularFile(place)) return place;
    return dirname(folder) === folder ? undefined : this.findFrom(dirname(folder), name);
  }
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
