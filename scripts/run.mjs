/** Runs a TypeScript file of the project: bundles it with esbuild and imports the result. */
import { mkdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { TOOLS } from './tools.mjs';

const [script, ...args] = process.argv.slice(2);
if (script === undefined) throw new Error('Usage: node scripts/run.mjs FILE.ts [ARGUMENTS]');
const outfile = resolve('out/scripts', basename(script).replace(/\.ts$/, '.mjs'));
mkdirSync('out/scripts', { recursive: true });
await build({
  entryPoints: [script],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: TOOLS,
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv = [process.argv[0], outfile, ...args];
await import(pathToFileURL(outfile).href);
