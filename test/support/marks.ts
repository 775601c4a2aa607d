/** Reads fixtures: `$0` is the cursor, and a comment of carets labels the line above it. */

export interface Mark {
  readonly label: string;
  readonly start: number;
  /** Undefined for a single caret, which only says where the range begins. */
  readonly end: number | undefined;
}

export interface MarkedText {
  /** The fixture without its marks. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** `#   ^^^ label` labels the columns under the carets; `#< label` labels column 0, where the `#` stands in the way. */
const MARK_LINE = /^#(?:( *)(\^+)|<) ([a-z][a-z0-9-]*)$/;

/** Takes the marks out of a fixture; a mark that ends it without a newline stands for a text without a final newline. */
export function readMarks(fixture: string): MarkedText {
  const marks: Mark[] = [];
  let text = '';
  let lineStart = 0;
  const lines = fixture.split('\n');
  lines.forEach((line, index) => {
    const match = MARK_LINE.exec(line);
    if (match === null) {
      lineStart = text.length;
      text += index === lines.length - 1 ? line : `${line}\n`;
      return;
    }
    const [, indent = '', carets = '', label = ''] = match;
    const start = lineStart + (carets === '' ? 0 : indent.length + 1);
    marks.push({ label, start, end: carets.length > 1 ? start + carets.length : undefined });
  });
  const isOpenEnded = MARK_LINE.test(lines.at(-1) ?? '');
  return { text: isOpenEnded ? text.replace(/\n$/, '') : text, marks };
}

/** Takes the cursor out of a fixture. */
export function readCursor(fixture: string): { readonly text: string; readonly offset: number } {
  const offset = fixture.indexOf('$0');
  if (offset < 0) throw new Error('The fixture has no $0');
  return { text: fixture.slice(0, offset) + fixture.slice(offset + 2), offset };
}
