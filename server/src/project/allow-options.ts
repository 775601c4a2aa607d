/** Writes into a project file that names are fine which no xl of the Xen project reads. */
import { applyEdits, type JSONPath, modify, parse } from 'jsonc-parser';

const FORMAT = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } };

/**
 * The text of the project file with the names under `allowOptions`, and everything else as it was, comments included.
 * @param text of the file; undefined where there is none yet
 * @returns undefined where the file is not JSON enough to be changed
 */
export function allowOptions(text: string | undefined, names: readonly string[]): string | undefined {
  if (text === undefined || text.trim() === '') return `${JSON.stringify({ allowOptions: names }, undefined, 2)}\n`;
  const known: unknown = parse(text);
  if (typeof known !== 'object' || known === null || Array.isArray(known)) return undefined;
  const allowed: unknown = 'allowOptions' in known ? known.allowOptions : undefined;
  if (!Array.isArray(allowed)) return change(text, ['allowOptions'], names, false);
  return names
    .filter((name) => !allowed.includes(name))
    .reduce((all, name, index) => change(all, ['allowOptions', allowed.length + index], name, true), text);
}

function change(text: string, path: JSONPath, value: unknown, isArrayInsertion: boolean): string {
  return applyEdits(text, modify(text, path, value, { ...FORMAT, isArrayInsertion }));
}
