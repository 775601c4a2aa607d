/** Writes into a project file that names are fine which no xl of the Xen project reads. */
import { changeIn, readProjectText } from './change-project';

/**
 * The text of the project file with the names under `allowOptions`, and everything else as it was, comments included.
 * @param text of the file; undefined where there is none yet
 * @returns undefined where the file is not JSON enough to be changed
 */
export function allowOptions(text: string | undefined, names: readonly string[]): string | undefined {
  if (text === undefined || text.trim() === '') return `${JSON.stringify({ allowOptions: names }, undefined, 2)}\n`;
  const known = readProjectText(text);
  if (known === undefined) return undefined;
  const allowed = known['allowOptions'];
  if (!Array.isArray(allowed)) return changeIn(text, ['allowOptions'], names);
  return names
    .filter((name) => !allowed.includes(name))
    .reduce((all, name, index) => changeIn(all, ['allowOptions', allowed.length + index], name, { isArrayInsertion: true }), text);
}
