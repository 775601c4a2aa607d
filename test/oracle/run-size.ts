/** How long the comparison runs: a moment in tests, as long as one likes with `npm run oracle`. */

const { XLCFG_ORACLE_COUNT: count, XLCFG_ORACLE_SEED: seed, XLCFG_ORACLE_FILES: folder } = process.env;

/** The number of configs for each property. */
export const CASES = Number(count ?? 150);
export const SEED = Number(seed ?? 1);
/** Somebody waits for the figures. */
export const IS_LONG_RUN = count !== undefined;
/** Folders of real configs, only with `--files`: there is none that every machine has. */
export const FOLDERS: readonly string[] = folder === undefined ? [] : [folder];
