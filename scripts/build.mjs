/** Bundles what is shipped: the extension's client, the language server and the command line. Needs no network. */
import { context, build } from 'esbuild';

const isProduction = process.argv.includes('--production');

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: isProduction,
  sourcemap: isProduction ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  // Packages that have both builds are taken as ES modules, which bundle to less.
  mainFields: ['module', 'main'],
};

/** @type {import('esbuild').BuildOptions[]} */
const targets = [
  { ...shared, entryPoints: { client: 'client/src/node/main.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...shared, entryPoints: { server: 'server/src/node/server-main.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
  { ...shared, entryPoints: { 'kernel-worker': 'server/src/node/kernel/kernel-worker.ts' }, outdir: 'dist' },
  {
    ...shared,
    entryPoints: { 'browser-kernel-worker': 'server/src/browser/kernel-worker.ts' },
    outdir: 'dist',
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
  },
  { ...shared, entryPoints: { cli: 'server/src/node/cli-main.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
];

if (process.argv.includes('--watch')) {
  for (const target of targets) await (await context(target)).watch();
} else {
  await Promise.all(targets.map((target) => build(target)));
}
