/** What lies in a folder that somebody is about to name a file of, and what its images are. */
import type { ImageReport } from '../kernel/inspect';
import { compareNames } from './compare-names';
import type { FileHost } from './gather';

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'folder' | 'file' | 'block-device';
}

/** What was found in a folder. */
export interface FolderContent {
  readonly entries: readonly FolderEntry[];
  /** Whether that is all. */
  readonly isComplete: boolean;
}

/** What completion of paths needs of the machine. Paths are those of a config. Every method is total. */
export interface FolderHost extends Pick<FileHost, 'inspect'> {
  /**
   * What lies in a folder; nothing where it may not be looked at.
   * @param start what a name begins with, for folders with more in them than can be listed
   */
  listFolder(folder: string, start: string): Promise<FolderContent>;
}

/** A folder with what is known of its files. */
export interface Listing extends FolderContent {
  /** By name; only of files that were looked into. */
  readonly images: ReadonlyMap<string, ImageReport>;
}

export const NO_LISTING: Listing = { entries: [], isComplete: true, images: new Map() };

/** So many files are looked into. */
const MAX_IMAGES = 16;

/** A place where a path is being written, as far as listing it needs to know. */
export interface ListedPlace {
  readonly folder: string;
  readonly start: string;
  /** Says of a name how much it promises, the most promising with the least; undefined where no file is to be looked into. */
  readonly rankName: ((name: string) => number) | undefined;
}

/**
 * Lists a folder and looks into those of its files that promise the most.
 * @param enough ends the waiting; what is known by then is given
 */
export async function listFolder(place: ListedPlace, host: FolderHost, enough: Promise<unknown>): Promise<Listing> {
  const late: FolderContent = { entries: [], isComplete: false };
  const content = await Promise.race([host.listFolder(place.folder, place.start), enough.then(() => late)]);
  const images = new Map<string, ImageReport>();
  const ended = enough.then(() => undefined);
  for (const name of chooseFiles(content, place)) {
    const looked = await Promise.race([host.inspect(place.folder + name), ended]);
    if (looked === undefined) return { ...content, images, isComplete: false };
    if (looked.state === 'image') images.set(name, looked.report);
  }
  return { ...content, images };
}

/** The newest of those that are equally promising come first. */
function chooseFiles({ entries }: FolderContent, { start, rankName }: ListedPlace): readonly string[] {
  if (rankName === undefined) return [];
  return entries
    .filter(({ name, kind }) => kind === 'file' && name.startsWith(start))
    .map(({ name }) => ({ name, rank: rankName(name) }))
    .sort((a, b) => a.rank - b.rank || compareNames(b.name, a.name))
    .slice(0, MAX_IMAGES)
    .map(({ name }) => name);
}
