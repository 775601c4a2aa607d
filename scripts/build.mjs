/** Bundles what is shipped. Needs no network. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { context, build } from 'esbuild';
import { BUNDLES } from './bundles.mjs';

const isProduction = process.argv.includes('--production');
const bundles = BUNDLES.map((bundle) => ({ ...bundle, minify: isProduction, sourcemap: isProduction ? false : 'linked' }));

// Node reads the nearest package.json at each start, and ours is a hundred kilobytes.
mkdirSync('dist', { recursive: true });
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');

if (process.argv.includes('--watch')) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  await Promise.all(bundles.map((bundle) => build(bundle)));
}
