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

/** Finds the nearest regular file of a name for many paths, and looks into each folder once. */
export class UpwardsFinder {
  private readonly known = new Map<string, Promise<string | undefined>>();

  /** The path of the nearest regular file called `name`, starting in the folder that holds `path`. */
  find(path: string, name: string): Promise<string | undefined> {
    return this.findFrom(dirname(resolve(path)), name);
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
