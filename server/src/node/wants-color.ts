/** Whether to print in colour, by the conventions of NO_COLOR and FORCE_COLOR. */

export function wantsColor(environment: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { NO_COLOR: no = '', FORCE_COLOR: force } = environment;
  if (no !== '') return false;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && environment['TERM'] !== 'dumb';
}
