/** Changes the text of a project file, and leaves everything else in it as it is, comments included. */
import { applyEdits, type JSONPath, modify, type ModificationOptions, parse } from 'jsonc-parser';
import { isRecord } from './is-record';

const FORMAT = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } };

/** The object that a project file holds; undefined where it is not JSON enough to be changed. */
export function readProjectText(text: string): Readonly<Record<string, unknown>> | undefined {
  const known: unknown = parse(text);
  return isRecord(known) ? known : undefined;
}

/** The text with a value at a path; `how` says where a new one goes. */
export function changeIn(text: string, path: JSONPath, value: unknown, how: ModificationOptions = {}): string {
  return applyEdits(text, modify(text, path, value, { ...FORMAT, ...how }));
}

/**
 * The text of the project file with other values of some keys.
 * @param text of the file; undefined where there is none yet
 * @returns undefined where the file is not JSON enough to be changed
 */
export function setInProject(text: string | undefined, values: Readonly<Record<string, string>>): string | undefined {
  if (text === undefined || text.trim() === '') return `${JSON.stringify(values, undefined, 2)}\n`;
  if (readProjectText(text) === undefined) return undefined;
  return Object.entries(values).reduce((all, [key, value]) => changeIn(all, [key], value), text);
}
