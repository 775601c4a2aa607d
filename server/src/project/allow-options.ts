/** Writes into a project file that names are fine which no xl of the Xen project reads. */
import { findNodeAtLocation, getNodeValue, type JSONPath, parseTree } from 'jsonc-parser';
import { changeIn } from './change-project';

/**
 * The text of the project file with the names under `allowOptions`, and everything else as it was, comments included.
 * @param text of the file; undefined where there is none yet
 * @returns undefined where the file is not JSON enough to be changed
 */
export function allowOptions(text: string | undefined, names: readonly string[]): string | undefined {
  return allowAt(text, ['allowOptions'], names);
}

/** The same with a key of the device strings of an option under `allow`. */
export function allowKey(text: string | undefined, option: string, key: string): string | undefined {
  return allowAt(text, ['allow', option, 'keys'], [key]);
}

function allowAt(text: string | undefined, path: JSONPath, names: readonly string[]): string | undefined {
  const before = text === undefined || text.trim() === '' ? '{}\n' : text;
  const root = parseTree(before);
  if (root?.type !== 'object') return undefined;
  const list = findNodeAtLocation(root, path);
  if (list?.type !== 'array') return changeIn(before, path, names);
  const allowed: unknown = getNodeValue(list);
  const known: readonly unknown[] = Array.isArray(allowed) ? allowed : [];
  return names
    .filter((name) => !known.includes(name))
    .reduce((all, name, index) => changeIn(all, [...path, known.length + index], name, { isArrayInsertion: true }), before);
}
