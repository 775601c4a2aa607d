/** Configs that are put together of several files. */
import type { Glob } from './glob';

/** What stands before and behind a part in the whole. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** One entry of `assemble`: the files that make one config, in their order. */
export interface Assembly {
  readonly parts: readonly AssemblyPart[];
}

export interface AssemblyPart {
  /** As it is written: the path of a file where it has no wildcard. */
  readonly pattern: string;
  readonly glob: Glob;
}

/** What a project file says of parts. */
export interface PartsOfConfigs {
  /** The files that are parts of configs. */
  readonly fragments: readonly Glob[];
  /** Which files make which config. */
  readonly assemble: readonly Assembly[];
}

/** What is needed of the machine to put configs together; paths are relative to the folder of the project file. */
export interface PartsReading {
  /** All files there and below, as far as there are not too many. */
  readonly list: () => Promise<readonly string[]>;
  /** The text of a file; undefined where there is none, or one longer than any whole. */
  readonly read: (path: string) => Promise<string | undefined>;
}

/** Of what is longer no config is read, so that nothing has to be put together for it; in UTF-16 units. */
export const MAX_WHOLE_LENGTH = 1_000_000;
/** A pattern that takes more files than this is not meant so. */
const MAX_PARTS = 1000;

/** The parts of a config are no configs by themselves; nor are the files that say so of themselves. */
export function isPart({ fragments, assemble }: PartsOfConfigs, path: string): boolean {
  return fragments.some((glob) => glob.matches(path)) || assemble.some((assembly) => belongsTo(assembly, path));
}

/** What surrounds a file in each of the configs that it is a part of, and the other parts. */
export async function findSurroundings(
  { assemble }: PartsOfConfigs,
  path: string,
  reading: PartsReading,
): Promise<{ readonly surroundings: readonly Surroundings[]; readonly parts: readonly string[] }> {
  const wholes = await Promise.all(
    assemble.filter((assembly) => belongsTo(assembly, path)).map((assembly) => listParts(assembly, path, reading)),
  );
  const surroundings = await Promise.all(wholes.map((parts) => readAround(parts, path, reading)));
  const others = new Set(wholes.flat().filter((part) => part !== path));
  return { surroundings: surroundings.filter((each) => each !== undefined), parts: [...others] };
}

function belongsTo({ parts }: Assembly, path: string): boolean {
  return parts.some(({ glob }) => glob.matches(path));
}

/** The files of an assembly in their order, those of one pattern by their names; each once. */
async function listParts({ parts }: Assembly, path: string, { list }: PartsReading): Promise<readonly string[]> {
  const hasWildcard = parts.some(({ pattern }) => isPattern(pattern));
  // A file that is open in an editor need not be there yet.
  const files = hasWildcard ? [...new Set([...(await list()), path])].sort() : [];
  const listed = parts.flatMap(({ pattern, glob }) =>
    isPattern(pattern) ? files.filter((file) => glob.matches(file)) : [plainPath(pattern)],
  );
  return [...new Set(listed)];
}

function isPattern(pattern: string): boolean {
  return /[*?[\]{}!\\]/.test(pattern);
}

function plainPath(pattern: string): string {
  return pattern.replace(/^(?:\.\/)+/, '');
}

/** @returns undefined where a part is missing or all is too much, so that nothing can be said of the whole */
async function readAround(parts: readonly string[], path: string, { read }: PartsReading): Promise<Surroundings | undefined> {
  const place = parts.indexOf(path);
  if (place < 0 || parts.length > MAX_PARTS) return undefined;
  const texts: (string | undefined)[] = [];
  let length = 0;
  // One after the other, so that nothing is read behind what is too much.
  for (const part of parts) {
    const text = part === path ? '' : await read(part);
    length += text?.length ?? 0;
    if (length > MAX_WHOLE_LENGTH) return undefined;
    texts.push(text);
  }
  if (texts.includes(undefined)) return undefined;
  // Whatever puts them together, the statements of one part end before those of the next begin.
  const join = (some: readonly (string | undefined)[]): string => some.map((text = '') => `${text}\n`).join('');
  return { before: join(texts.slice(0, place)), after: place === parts.length - 1 ? '' : `\n${join(texts.slice(place + 1))}` };
}
