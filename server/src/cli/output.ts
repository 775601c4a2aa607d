/** What commands print, in parts: the one door to a terminal. */
import { manyLines } from './printable';

export type Style = 'bold' | 'faint' | 'red' | 'green' | 'yellow' | 'cyan';

export interface StyledText {
  readonly text: string;
  readonly style: Style;
}

export type Output = readonly (string | StyledText)[];

const CODES: Readonly<Record<Style, string>> = { bold: '1', faint: '90', red: '31', green: '32', yellow: '33', cyan: '36' };

/** The text for a terminal. Styles are the only control sequences in it, whatever the parts hold. */
export function renderOutput(output: Output | string, isColored: boolean): string {
  if (typeof output === 'string') return manyLines(output);
  const parts = output.map((part) => {
    if (typeof part === 'string') return manyLines(part);
    const text = manyLines(part.text);
    return isColored ? `\u001b[${CODES[part.style]}m${text}\u001b[0m` : text;
  });
  return parts.join('');
}
