/**
 * Globs of the project file. A glob comes from whoever wrote the folder that is open, so it does not become a regular
 * expression: all ways through it are followed at once, and the time grows with the length of the glob times that of the path.
 */
import type { Message } from '../text/message';
import { type GlobPart, parseGlob } from './glob-syntax';

export interface Glob {
  /** @param path with `/`, relative to what the glob is relative to */
  matches(path: string): boolean;
  /** It stands for everything else. */
  readonly isNegated: boolean;
}

/**
 * Reads a glob: `*` and `?` within a name, `**` over folders, `[a-z]`, `[!a-z]`, `{one,other}`, `\` before what is meant
 * as it stands, and `!` in front of all for what does not match. Names that begin with a dot are names as others.
 * @returns the glob, or why it is none
 */
export function readGlob(text: string): Glob | Message {
  const isNegated = text.startsWith('!') && !text.startsWith('!(');
  const parts = parseGlob(isNegated ? text.slice(1) : text);
  if ('template' in parts) return parts;
  const machine = new Machine(parts);
  return { isNegated, matches: (path) => machine.accepts(path) !== isNegated };
}

type Test = (character: string) => boolean;

/** A place in the glob. */
interface State {
  /** Which characters lead on from here, and to which state. */
  readonly accepts: Test;
  readonly isWild: boolean;
  readonly target: number;
  /** The states that are reached without a character. */
  readonly skips: readonly number[];
}

const NOTHING: Test = () => false;
const ANYTHING: Test = () => true;
const IN_NAME: Test = (character) => character !== '/';
const SLASH: Test = (character) => character === '/';

/** The states that a path can lead to, kept all at once. */
class Machine {
  private readonly states: State[] = [];
  private readonly start: number;
  private readonly end: number;

  constructor(parts: readonly GlobPart[]) {
    this.end = this.add(NOTHING, 0);
    this.start = this.addParts(parts, this.end);
  }

  accepts(path: string): boolean {
    let active = this.spread([this.start]);
    for (const name of path.split(/(?<=\/)/)) {
      // Only what names them leads up: no wildcard stands for `.` or `..`.
      const takesWildcards = !/^\.\.?\/?$/.test(name);
      for (const character of name) active = this.spread(this.lead(active, character, takesWildcards));
      if (active.size === 0) return false;
    }
    return active.has(this.end);
  }

  private lead(active: ReadonlySet<number>, character: string, takesWildcards: boolean): readonly number[] {
    const next: number[] = [];
    for (const index of active) {
      const state = this.states[index];
      if (state?.accepts(character) === true && (takesWildcards || !state.isWild)) next.push(state.target);
    }
    return next;
  }

  /** The states with all that are reached from them without a character. */
  private spread(from: readonly number[]): ReadonlySet<number> {
    const reached = new Set(from);
    // A set goes on to what is added while it is walked.
    for (const index of reached) for (const skip of this.states[index]?.skips ?? []) reached.add(skip);
    return reached;
  }

  private add(accepts: Test, target: number, skips: readonly number[] = [], isWild = false): number {
    return this.states.push({ accepts, target, skips, isWild }) - 1;
  }

  /** Makes the states from the end to the start. @returns the first */
  private addParts(parts: readonly GlobPart[], next: number): number {
    return parts.reduceRight((target, part) => this.addPart(part, target), next);
  }

  private addPart(part: GlobPart, next: number): number {
    switch (part.kind) {
      case 'one':
        return this.add(part.accepts, next, [], part.isWild);
      case 'many':
        return this.addLoop(part.crossesFolders ? ANYTHING : IN_NAME, next);
      case 'folders':
        return this.add(NOTHING, 0, [next, this.addLoop(ANYTHING, this.add(SLASH, next))]);
      case 'below':
        return this.add(SLASH, this.addLoop(ANYTHING, next), [next]);
      case 'either':
        return this.add(
          NOTHING,
          0,
          part.options.map((option) => this.addParts(option, next)),
        );
    }
  }

  private addLoop(accepts: Test, next: number): number {
    return this.add(accepts, this.states.length, [next], true);
  }
}
