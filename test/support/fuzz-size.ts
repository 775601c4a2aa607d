/** How long tests with random input run: a moment in `npm test`, as long as one likes with `npm run fuzz`. */
const LENGTH = Number(process.env['XLCFG_FUZZ_COUNT'] ?? 3000) / 3000;

export const SEED = Number(process.env['XLCFG_FUZZ_SEED'] ?? 1);

/** @param short the number of cases in `npm test`; a long run multiplies it */
export function fuzzRuns(short: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: SEED, numRuns: Math.max(1, Math.round(short * LENGTH)) };
}
