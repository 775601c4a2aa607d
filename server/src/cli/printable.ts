/** Makes text from files, names and kernels fit to be printed: it can neither command a terminal nor change its own order. */

/** Control characters, line separators, and the marks that turn the direction of writing. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Text for one line: everything that is not a printable character is shown as its escape. */
export function oneLine(text: string): string {
  return text.replace(UNPRINTABLE, escape);
}

/** Text of several lines: as `oneLine`, but line feeds and tabs are kept. */
export function manyLines(text: string): string {
  return text.replace(UNPRINTABLE, (character) => (character === '\n' || character === '\t' ? character : escape(character)));
}

/** JSON, with escapes for what `JSON.stringify` leaves as it is. */
export function printableJson(json: string): string {
  return json.replace(UNPRINTABLE, (character) => (character === '\n' ? character : `\\u${hex(character, 4)}`));
}

function escape(character: string): string {
  return SHORT[character] ?? (character <= '\u00ff' ? `\\x${hex(character, 2)}` : `\\u${hex(character, 4)}`);
}

function hex(character: string, width: number): string {
  return character.charCodeAt(0).toString(16).padStart(width, '0');
}
