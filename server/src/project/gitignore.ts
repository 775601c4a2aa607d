/** What a `.gitignore` leaves out, as git reads it. Patterns come from whoever wrote the folder, so they become globs, which take linear time. */
import { type Glob, readGlob } from './glob';

interface Pattern {
  readonly matches: (path: string) => boolean;
  /** It is held against the name alone, wherever the file lies. */
  readonly isOfName: boolean;
  readonly isOfFolder: boolean;
  readonly isNegated: boolean;
}

/** More than these, of one file, are not read. */
const MAX_PATTERNS = 2000;
/** Nor are more characters of those patterns that become globs: each of them costs time with each path. */
const MAX_GLOBS_LENGTH = 10_000;

/** The patterns of one file. */
export class GitIgnore {
  /** The last one first, because it has the last word. */
  private readonly patterns: readonly Pattern[];

  constructor(text: string) {
    let left = MAX_GLOBS_LENGTH;
    const toMatch = (path: string): Glob['matches'] | undefined => {
      const plain = matchPlain(path);
      if (plain === undefined) left -= path.length;
      return plain ?? (left < 0 ? undefined : matchGlob(path));
    };
    const lines = text.replace(/^\ufeff/, '').split('\n', MAX_PATTERNS);
    this.patterns = lines.flatMap((line) => readPattern(line.replace(/\r$/, ''), toMatch) ?? []).reverse();
  }

  /**
   * Whether the file has something to say of a path: that it is ignored, or that it is not.
   * @param path relative to the folder of the file, with `/`; nothing above it may be ignored
   */
  judge(path: string, isFolder: boolean): 'ignored' | 'kept' | undefined {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const last = this.patterns.find(({ matches, isOfName, isOfFolder }) => (isFolder || !isOfFolder) && matches(isOfName ? name : path));
    if (last === undefined) return undefined;
    return last.isNegated ? 'kept' : 'ignored';
  }
}

function readPattern(line: string, toMatch: (path: string) => Glob['matches'] | undefined): Pattern | undefined {
  if (line.startsWith('#')) return undefined;
  const isNegated = line.startsWith('!');
  const written = withoutTrailingBlanks(isNegated ? line.slice(1) : line);
  const isOfFolder = written.endsWith('/');
  const path = isOfFolder ? written.slice(0, -1) : written;
  const isOfName = !path.includes('/');
  const fromHere = path.replace(/^\//, '');
  const matches = fromHere === '' || isEscaped(fromHere, fromHere.length) ? undefined : toMatch(fromHere);
  return matches === undefined ? undefined : { matches, isOfName, isOfFolder, isNegated };
}

/** Blanks at the end count only behind a backslash. */
function withoutTrailingBlanks(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' && !isEscaped(text, end - 1)) end--;
  return text.slice(0, end);
}

function isEscaped(text: string, index: number): boolean {
  let start = index;
  while (text[start - 1] === '\\') start--;
  return (index - start) % 2 === 1;
}

/** Most patterns are a name or an ending, which are compared faster than a glob is walked. */
function matchPlain(path: string): Glob['matches'] | undefined {
  if (!/[*?[\\]/.test(path)) return (each) => each === path;
  const ending = path.slice(1);
  return path.startsWith('*') && !/[*?[\\/]/.test(ending) ? (each) => each.endsWith(ending) && !each.includes('/') : undefined;
}

function matchGlob(path: string): Glob['matches'] | undefined {
  const glob = readGlob(toGlob(path));
  return 'template' in glob ? undefined : (each) => glob.matches(each);
}

/** Braces, parentheses, and what a glob begins with are characters as others, and `**` at the end does not stand for the folder itself. */
function toGlob(path: string): string {
  const glob = path.replace(/\\[^]|[{}()]/g, (part) => (part.length > 1 ? part : `\\${part}`)).replace(/\/\*\*$/, '/**/*');
  return /^[!.]/.test(glob) ? `\\${glob}` : glob;
}
