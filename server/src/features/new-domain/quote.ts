/** Writes values so that xl reads exactly them, whatever is in them (libxlu_cfg.c, xlu__cfgl_dequote). */

/** A string literal; quotes that the text does not have are preferred to escapes. */
export function quote(text: string): string {
  const mark = text.includes('"') && !text.includes("'") ? "'" : '"';
  return `${mark}${text.replace(/\\/g, '\\\\').replaceAll(mark, `\\${mark}`)}${mark}`;
}

/** A list of string literals: on one line where there is one of them, else one a line. */
export function quoteList(texts: readonly string[]): string {
  const [first = ''] = texts;
  return texts.length === 1 ? `[ ${quote(first)} ]` : `[\n${texts.map((text) => `    ${quote(text)},\n`).join('')}]`;
}
