/** Writes into a project file that a rule is off. */
import { changeIn, readProjectText } from './change-project';
import { isRecord } from './is-record';

/**
 * The text of the project file with the rule off, and everything else as it was, comments included.
 * @param text of the file; undefined where there is none yet
 * @returns undefined where the file is not JSON enough to be changed
 */
export function disableRule(text: string | undefined, ruleId: string): string | undefined {
  if (text === undefined || text.trim() === '') return `${JSON.stringify({ rules: { [ruleId]: 'off' } }, undefined, 2)}\n`;
  const known = readProjectText(text);
  if (known === undefined) return undefined;
  const { rules } = known;
  return rules === undefined || isRecord(rules) ? changeIn(text, ['rules', ruleId], 'off', { getInsertionIndex }) : undefined;
}

/** In front, because a comment behind the last property belongs to that. */
function getInsertionIndex([first]: readonly string[]): number {
  return first === '$schema' ? 1 : 0;
}
