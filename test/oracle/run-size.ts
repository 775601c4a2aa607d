/** How long the comparison runs: a moment in tests, as long as one likes with `npm run oracle`. */

/** The number of configs for each property. */
export const CASES = Number(process.env['XLCFG_ORACLE_COUNT'] ?? 150);
export const SEED = Number(process.env['XLCFG_ORACLE_SEED'] ?? 1);
