/** Bundles what is shipped. Needs no network. */
import { context, build } from 'esbuild';
import { BUNDLES } from './bundles.mjs';

const isProduction = process.argv.includes('--production');
const bundles = BUNDLES.map((bundle) => ({ ...bundle, minify: isProduction, sourcemap: isProduction ? false : 'linked' }));

if (process.argv.includes('--watch')) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  await Promise.all(bundles.map((bundle) => build(bundle)));
}
