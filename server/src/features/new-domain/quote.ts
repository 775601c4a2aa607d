/** Writes values so that xl reads exactly them, whatever is in them (libxlu_cfg.c, xlu__cfgl_dequote). */
import { writeString } from '../../syntax/string-literal';

/** A string literal; quotes that the text does not have are preferred to escapes. */
export function quote(text: string): string {
  const mark = text.includes('"') && !text.includes("'") ? "'" : '"';
  return writeString(text.replaceAll('\0', ''), mark) ?? '';
}

/** Longer lines are hard to read beside others. */
const MAX_COLUMNS = 100;

/** A list of string literals: on one line where there is one of them that fits behind `before`, else one a line. */
export function quoteList(texts: readonly string[], before: string): string {
  const line = `[ ${texts.map(quote).join(', ')} ]`;
  if (texts.length === 1 && before.length + line.length <= MAX_COLUMNS) return line;
  return `[\n${texts.map((text) => `    ${quote(text)},\n`).join('')}]`;
}
