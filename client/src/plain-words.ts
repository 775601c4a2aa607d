/** Texts with names from files in them, for notifications: VS Code makes links of `[words](command:…)` there, which run commands. */

/** Line ends, other control characters, and those that change the direction of what follows. */
const CONTROLS = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** The text with nothing in it that a notification would take for more than words. */
export function plainWords(text: string): string {
  return text.replace(CONTROLS, ' ').replaceAll('](', '] (');
}
