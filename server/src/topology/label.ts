/** Texts in pictures: what can be shown of them, how wide that is, and what fits. */

/** Control characters, what has no character of its own, and the marks that turn the direction of writing. */
const NOT_SHOWN = /[\p{Cc}\p{Cs}\p{Cn}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** A text of one line that every program can show. */
export function plainLabel(text: string): string {
  return text.replace(NOT_SHOWN, '\ufffd');
}

/** The same, with a text of its own for every text. */
export function escapeLabel(text: string): string {
  return text.replace(NOT_SHOWN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Widths as parts of the size of the font, for the usual sans-serif ones: pictures are drawn where nobody can measure them. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|!() ]/, 0.36],
  [/[frt/\\[\]-]/, 0.46],
  [/[mwMW@%]/, 0.97],
  [/[A-Z&—]/, 0.76],
  [/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{3ffff}]/u, 1.05],
];
const USUAL = 0.63;

function widthOfCharacter(character: string): number {
  return WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? USUAL;
}

/**
 * How wide a text is, about.
 * @param size of its font, in the unit of the result
 */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width * size;
}

/** What of a text fits into a width, with an ellipsis for the rest. */
export function fit(text: string, size: number, width: number): string {
  const shown: string[] = [];
  let used = 0;
  for (const character of text) {
    used += widthOfCharacter(character) * size;
    if (used > width) return `${shown.slice(0, -1).join('')}…`;
    shown.push(character);
  }
  return text;
}
