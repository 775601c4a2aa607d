/** Lists folders of this machine, for paths that are being written. */
import type { Dirent } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileHost } from '../facts/gather';
import type { FolderContent, FolderEntry, FolderHost } from '../facts/folders';
import { mapPath } from '../facts/map-path';
import type { Reach } from './reach';

type Roots = Readonly<Record<string, string>>;
type Kind = FolderEntry['kind'] | 'other';
type Names = readonly (readonly [name: string, kind: Kind | 'link'])[];

/** So many entries of a folder are read, and so many offered. */
const MAX_READ = 50_000;
const MAX_OFFERED = 1000;
/** So many links are followed, to see whether they lead to a folder. */
const MAX_LINKS = 200;
/** A folder of a machine that is gone can hold a thread for ever, and there are four. */
const MAX_AT_ONCE = 2;

const NOTHING: FolderContent = { entries: [], isComplete: true };

/** Remembers which folders are being read: whoever asks for one of them meanwhile waits for the same answer. */
export class FolderReader {
  private readonly reach: Reach;
  private readonly reading = new Map<string, Promise<FolderContent>>();

  constructor(reach: Reach) {
    this.reach = reach;
  }

  /**
   * A host over the folders of this machine that are within reach.
   * @param roots absolute local folders for paths of dom0
   */
  hostFor(roots: Roots, files: Pick<FileHost, 'inspect'>): FolderHost {
    return {
      inspect: (path) => files.inspect(path),
      listFolder: async (folder, start) => {
        const mapped = rootsBelow(folder, roots);
        const { entries, isComplete } = await this.list(mapPath(folder, roots).path, start);
        const names = new Set(mapped.map(({ name }) => name));
        return { entries: [...mapped, ...entries.filter(({ name }) => !names.has(name))], isComplete };
      },
    };
  }

  private async list(folder: string, start: string): Promise<FolderContent> {
    if (!(await this.reach.allows(folder))) return NOTHING;
    const key = `${folder}\0${start}`;
    const known = this.reading.get(key);
    if (known !== undefined) return known;
    if (this.reading.size >= MAX_AT_ONCE) return { entries: [], isComplete: false };
    const read = this.read(folder, start).finally(() => this.reading.delete(key));
    this.reading.set(key, read);
    return read;
  }

  private async read(folder: string, start: string): Promise<FolderContent> {
    try {
      const { names, isComplete } = await readNames(folder, start);
      const links = names.filter(([, kind]) => kind === 'link').slice(0, MAX_LINKS);
      const targets = new Map<string, Kind>();
      // One after the other, because one that leads to a machine that is gone holds a thread too.
      for (const [name] of links) targets.set(name, await this.follow(join(folder, name)));
      const entries = names.flatMap(([name, kind]) => toEntry(name, kind === 'link' ? (targets.get(name) ?? 'file') : kind));
      return { entries, isComplete };
    } catch {
      // Not a folder, or not to be read.
      return NOTHING;
    }
  }

  /** What a link leads to; nothing is said of what may not be looked at. */
  private async follow(path: string): Promise<Kind> {
    if (!(await this.reach.allows(path))) return 'other';
    try {
      return kindOf(await stat(path));
    } catch {
      return 'other';
    }
  }
}

/** The folders through which the paths of the project lead. */
function rootsBelow(folder: string, roots: Roots): readonly FolderEntry[] {
  const below = Object.keys(roots).filter((prefix) => prefix.startsWith(folder) && prefix.length > folder.length);
  const names = below.map((prefix) => prefix.slice(folder.length).split('/', 1)[0] ?? '');
  return [...new Set(names)].filter((name) => name !== '').map((name) => ({ name, kind: 'folder' }));
}

/** The names of the files in a folder, special ones left out; none where it cannot be read. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    const { names } = await readNames(folder, '');
    return names.filter(([, kind]) => kind !== 'folder' && kind !== 'other').map(([name]) => name);
  } catch {
    return [];
  }
}

async function readNames(folder: string, start: string): Promise<{ readonly names: Names; readonly isComplete: boolean }> {
  const all: Names[number][] = [];
  const fitting: Names[number][] = [];
  let count = 0;
  for await (const entry of await opendir(folder)) {
    count += 1;
    if (count > MAX_READ) break;
    const named = [entry.name, kindOfEntry(entry)] as const;
    if (all.length < MAX_OFFERED) all.push(named);
    if (fitting.length < MAX_OFFERED && entry.name.startsWith(start)) fitting.push(named);
  }
  return count <= MAX_OFFERED ? { names: all, isComplete: true } : { names: fitting, isComplete: false };
}

/** Some file systems do not say what their entries are; those are looked at like links. */
function kindOfEntry(entry: Dirent): Kind | 'link' {
  const isKnown = entry.isFIFO() || entry.isSocket() || entry.isCharacterDevice();
  const kind = kindOf(entry);
  return kind === 'other' && !isKnown ? 'link' : kind;
}

function kindOf(file: Pick<Dirent, 'isDirectory' | 'isFile' | 'isBlockDevice'>): Kind {
  if (file.isDirectory()) return 'folder';
  if (file.isFile()) return 'file';
  return file.isBlockDevice() ? 'block-device' : 'other';
}

function toEntry(name: string, kind: Kind): readonly FolderEntry[] {
  return kind === 'other' ? [] : [{ name, kind }];
}
