/** Finds what belongs together in a glob: braces with options, and classes. */

export interface Braces {
  readonly openers: ReadonlySet<number>;
  /** The commas between the options, and the brace after the last. */
  readonly separators: ReadonlySet<number>;
  /** There is something like `{1..3}`. */
  readonly hasRange: boolean;
}

/** Finds braces that are closed and have a comma in them; all others are characters as any. */
export function findBraces(characters: readonly string[]): Braces {
  const openers = new Set<number>();
  const separators = new Set<number>();
  let hasRange = false;
  const open: { readonly start: number; readonly commas: number[] }[] = [];
  const close = (end: number): void => {
    const { start, commas } = open.pop() ?? { start: end, commas: [] };
    if (commas.length === 0) {
      hasRange ||= characters.slice(start, end).join('').includes('..');
    } else {
      openers.add(start);
      for (const place of [...commas, end]) separators.add(place);
    }
  };
  for (const index of specialPlaces(characters)) {
    if (characters[index] === '{') open.push({ start: index, commas: [] });
    else if (characters[index] === ',') open.at(-1)?.commas.push(index);
    else if (characters[index] === '}') close(index);
  }
  return { openers, separators, hasRange };
}

/** The places outside of classes, without characters that are meant as they stand. */
function* specialPlaces(characters: readonly string[]): Generator<number> {
  for (let index = 0; index < characters.length; index++) {
    const end = findClassEnd(characters, index);
    if (end !== undefined) index = end;
    else if (characters[index] === '\\') index++;
    else yield index;
  }
}

/** Where a class such as `[a-z]` that starts here ends. A bracket that closes right away is a member, and one without an end no class. */
export function findClassEnd(characters: readonly string[], start: number): number | undefined {
  if (characters[start] !== '[') return undefined;
  const end = characters.indexOf(']', start + (isNegatedClass(characters, start) ? 3 : 2));
  return end < 0 || characters.slice(start, end).includes('/') ? undefined : end;
}

/** Whether a class stands for all characters but its members. */
export function isNegatedClass(characters: readonly string[], start: number): boolean {
  return '!^'.includes(characters[start + 1] ?? ' ');
}
