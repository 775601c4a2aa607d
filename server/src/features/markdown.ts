/** The only way by which text that is not ours comes into Markdown: what configs, files and images hold is shown and never obeyed. */

/** Line ends, other control characters, and those that change the direction of what follows. */
const CONTROLS = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** What can begin or end a construct, and what viewers make a link of by themselves. */
const MARKS = /[\\`*_[\]<>#~&$!@]|:(?=\/)|\/(?=\/)|(?<=\S)\.(?=\S)/g;
/** What begins a list where it begins a line. */
const BULLET = /^(\d*)([-+.)])/;

/** Text as code, in a paragraph, a heading, a list or a cell of a table; as prose where it could not be code there. */
export function literal(text: string): string {
  const shown = text.replace(CONTROLS, ' ');
  // A backtick would end the code, and a bar the cell around it.
  if (/[`|]/.test(shown)) return prose(shown);
  return shown === '' ? '' : `\`${shown}\``;
}

/** Text as it is, inside a paragraph, a heading, a list or a cell of a table. */
export function prose(text: string): string {
  // Viewers do not agree on what a backslash before a bar means.
  const shown = text.replace(CONTROLS, ' ').trim();
  return shown.replace(MARKS, '\\$&').replace(BULLET, '$1\\$2').replaceAll('|', '&#124;');
}

/** A table of cells that are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A sentence in plain words: what stands between backticks is code. */
export function sentence(text: string): string {
  const parts = text.split('`');
  // The last one has no partner where their number is odd.
  const alone = parts.length % 2 === 0 ? parts.pop() : undefined;
  const shown = parts.map((part, index) => (index % 2 === 1 ? literal(part) : spaced(part))).join('');
  return alone === undefined ? shown : `${shown}\\\`${spaced(alone)}`;
}

/** Prose that keeps the blanks which part it from what is around it. */
function spaced(text: string): string {
  if (text.trim() === '') return text === '' ? '' : ' ';
  return `${text.trimStart() === text ? '' : ' '}${prose(text)}${text.trimEnd() === text ? '' : ' '}`;
}
