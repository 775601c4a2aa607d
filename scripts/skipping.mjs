/** What may be skipped where a machine lacks something. */

/**
 * Tests that need what cannot be had are skipped with the reason, on the
 * services of others too, which set `CI`. `XLCFG_TEST_ALL=1` forbids that.
 * @returns false when nothing is missing, else what to print
 */
export function skipReason(what, problem, env = process.env) {
  if (problem === undefined) return false;
  if (isEverythingDemanded(env)) throw new Error(`XLCFG_TEST_ALL is set, but ${what} cannot be had: ${problem}`);
  return `${what} cannot be had: ${problem}`;
}

export function isEverythingDemanded(env = process.env) {
  return !['', '0', undefined].includes(env.XLCFG_TEST_ALL);
}
