/** Takes a glob apart. */
import { message, type Message } from '../text/message';
import { type Braces, findBraces, findClassEnd, isNegatedClass } from './glob-braces';

export type GlobPart =
  /** One character; `isWild` where several would do. */
  | { readonly kind: 'one'; readonly isWild: boolean; readonly accepts: (character: string) => boolean }
  /** `*`, and `**` where it may cross folders: any number of characters. */
  | { readonly kind: 'many'; readonly crossesFolders: boolean }
  /** `**` with the slash after it: any number of folders, none as well. */
  | { readonly kind: 'folders' }
  /** A slash with `**` after it, at the end: everything below, and the folder itself. */
  | { readonly kind: 'below' }
  | { readonly kind: 'either'; readonly options: readonly (readonly GlobPart[])[] };

const MAX_LENGTH = 500;

/** @returns the parts, or why the text is not a glob: a phrase such as "is empty" */
export function parseGlob(text: string): readonly GlobPart[] | Message {
  if (text === '') return message('is empty');
  if (text.length > MAX_LENGTH) return message('is longer than {length} characters', { length: String(MAX_LENGTH) });
  if (/[@!?+*]\(/.test(text)) return message('has a group in parentheses, which xlcfg does not read');
  // Any number of folders, twice, is any number of folders.
  const simple = text.replace(/^\.\//, '').replace(/(^|\/)(?:\*\*\/)+(?=\*\*(?:\/|$))/g, '$1');
  const characters = Array.from(simple);
  const braces = findBraces(characters);
  if (braces.hasRange) return message('has a range in braces, which xlcfg does not read');
  return new GlobParser(characters, braces).parse();
}

class GlobParser {
  private readonly characters: readonly string[];
  private readonly braces: Braces;
  private position = 0;

  constructor(characters: readonly string[], braces: Braces) {
    this.characters = characters;
    this.braces = braces;
  }

  parse(): readonly GlobPart[] {
    const parts: GlobPart[] = [];
    while (!this.isAtEnd(this.position)) {
      parts.push(this.parseStars() ?? this.parseBelow() ?? this.parseBraces() ?? this.parseClass() ?? this.parseCharacter());
    }
    return parts;
  }

  private parseStars(): GlobPart | undefined {
    if (this.characters[this.position] !== '*') return undefined;
    const crossesFolders = this.isDoubleStar(this.position);
    while (this.characters[this.position] === '*') this.position++;
    if (!crossesFolders || this.characters[this.position] !== '/') return { kind: 'many', crossesFolders };
    this.position++;
    return { kind: 'folders' };
  }

  private parseBelow(): GlobPart | undefined {
    const { position } = this;
    if (this.characters[position] !== '/' || !this.isDoubleStar(position + 1) || !this.isAtEnd(position + 3)) return undefined;
    this.position += 3;
    return { kind: 'below' };
  }

  private parseCharacter(): GlobPart {
    if (this.characters[this.position] === '\\' && this.position + 1 < this.characters.length) this.position++;
    else if (this.characters[this.position] === '?') {
      this.position++;
      return { kind: 'one', isWild: true, accepts: (each) => each !== '/' };
    }
    const character = this.characters[this.position++];
    return { kind: 'one', isWild: false, accepts: (each) => each === character };
  }

  /** Two stars are more than one only where they stand for whole names. */
  private isDoubleStar(position: number): boolean {
    const isDouble = this.characters[position] === '*' && this.characters[position + 1] === '*';
    const before = position - 1;
    const isStart = before < 0 || this.characters[before] === '/' || this.braces.openers.has(before) || this.braces.separators.has(before);
    return isDouble && isStart && (this.characters[position + 2] === '/' || this.isAtEnd(position + 2));
  }

  /** The end of the glob, or of what is one option in braces. */
  private isAtEnd(position: number): boolean {
    return position >= this.characters.length || this.braces.separators.has(position);
  }

  private parseClass(): GlobPart | undefined {
    const end = findClassEnd(this.characters, this.position);
    if (end === undefined) return undefined;
    const isNegated = isNegatedClass(this.characters, this.position);
    const ranges = readRanges(this.characters.slice(this.position + (isNegated ? 2 : 1), end));
    const isMember = (each: string): boolean => ranges.some(([low, high]) => low <= each && each <= high);
    this.position = end + 1;
    return { kind: 'one', isWild: true, accepts: (each) => each !== '/' && isMember(each) !== isNegated };
  }

  private parseBraces(): GlobPart | undefined {
    if (!this.braces.openers.has(this.position)) return undefined;
    const options: (readonly GlobPart[])[] = [];
    do {
      this.position++;
      options.push(this.parse());
    } while (this.characters[this.position] === ',');
    this.position++;
    return { kind: 'either', options };
  }
}

function readRanges(members: readonly string[]): readonly (readonly [low: string, high: string])[] {
  const ranges: (readonly [string, string])[] = [];
  for (let index = 0; index < members.length; index++) {
    const low = members[index] ?? '';
    const high = members[index + 1] === '-' ? members[index + 2] : undefined;
    ranges.push([low, high ?? low]);
    if (high !== undefined) index += 2;
  }
  return ranges;
}
