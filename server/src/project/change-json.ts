/** Changes a value in JSON with comments, and leaves everything else as it was. */
import { applyEdits, type JSONPath, modify, type ModificationOptions } from 'jsonc-parser';

const FORMAT = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } };

/** The text with a value at a path; `how` says where a new one goes. */
export function changeJson(text: string, path: JSONPath, value: unknown, how: ModificationOptions = {}): string {
  return applyEdits(text, modify(text, path, value, { ...FORMAT, ...how }));
}
