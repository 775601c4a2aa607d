/** Finds the files that a path which leads nowhere may be meant for. */
import { closestAmong } from '../text/closest';

/** So many are named, where several are as near. */
const MAX_NEAR = 3;
/** For so many paths of a config somebody looks; where more are missing, no slip is the reason. */
const MAX_LOOKS = 16;

/** Looks into each folder once. */
export class NearFiles {
  private readonly listBeside: (path: string) => Promise<readonly string[]>;
  private readonly folders = new Map<string, Promise<readonly string[]>>();
  private lookCount = 0;

  /** @param listBeside gives the files in the folder of a path */
  constructor(listBeside: (path: string) => Promise<readonly string[]>) {
    this.listBeside = listBeside;
  }

  /** The files in the folder of a path whose names differ from its own by a slip, the nearest first. */
  async find(path: string): Promise<readonly string[]> {
    this.lookCount += 1;
    if (this.lookCount > MAX_LOOKS) return [];
    const { folder, name } = splitPath(path);
    const listed = this.folders.get(folder) ?? this.listBeside(path);
    this.folders.set(folder, listed);
    let names = (await listed).map((each) => splitPath(each).name).filter((each) => each !== name && hasSameKind(each, name));
    const near: string[] = [];
    while (near.length < MAX_NEAR) {
      const closest = closestAmong(names)(name);
      if (closest === undefined) break;
      near.push(folder + closest);
      names = names.filter((each) => each !== closest);
    }
    return near;
  }
}

/** A path up to its last slash, that included, and what comes behind. */
function splitPath(path: string): { readonly folder: string; readonly name: string } {
  const start = path.lastIndexOf('/') + 1;
  return { folder: path.slice(0, start), name: path.slice(start) };
}

/** Whether two names end in the same extension or in one that is a slip of it: an ISO is no image of a disk. */
function hasSameKind(one: string, other: string): boolean {
  const [first, second] = [one, other].map((name) => /\.([a-z]\w*)$/i.exec(name)?.[1] ?? '');
  return first === second || (first !== '' && second !== undefined && closestAmong([second])(first ?? '') !== undefined);
}
