/** The bundles that are made: the extension, its language client, the language server, the command line and their workers. */

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  legalComments: 'none',
  logLevel: 'warning',
  // Packages that have both builds are taken as ES modules, which bundle to less.
  mainFields: ['module', 'main'],
};
const program = { ...shared, banner: { js: '#!/usr/bin/env node' } };

/** @type {import('esbuild').BuildOptions[]} */
export const BUNDLES = [
  {
    ...shared,
    entryPoints: { client: 'client/src/node/main.ts', 'language-client': 'client/src/node/language-client.ts' },
    outdir: 'dist',
    // The language client is read when a server is needed: reading its library alone takes ten times as long as the rest.
    external: ['vscode', './language-client'],
    // What is loaded late is loaded with `require`, for which the extension host knows `vscode`.
    supported: { 'dynamic-import': false },
  },
  { ...program, entryPoints: { server: 'server/src/node/server-main.ts' }, outdir: 'dist' },
  { ...shared, entryPoints: { 'kernel-worker': 'server/src/node/kernel/kernel-worker.ts' }, outdir: 'dist' },
  {
    ...shared,
    entryPoints: { 'browser-kernel-worker': 'server/src/browser/kernel-worker.ts' },
    outdir: 'dist',
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
  },
  { ...program, entryPoints: { cli: 'server/src/node/cli-main.ts' }, outdir: 'dist' },
];
