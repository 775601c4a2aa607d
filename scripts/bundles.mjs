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
  // What is loaded when it is needed is loaded by `require`, which knows `vscode`, and which a bundle from the compile cache has.
  supported: { 'dynamic-import': false },
};
/** commander starts other programs for commands that have one of their own; ours have none, and to load this takes time. */
const startsNothing = {
  name: 'starts-nothing',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'child_process', namespace: 'starts-nothing' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'starts-nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
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
  },
  { ...program, entryPoints: { server: 'server/src/node/start-server.ts', cli: 'server/src/node/start-cli.ts' }, outdir: 'dist' },
  {
    ...shared,
    entryPoints: { 'server-main': 'server/src/node/server-main.ts', 'cli-main': 'server/src/node/cli-main.ts' },
    outdir: 'dist',
    plugins: [startsNothing],
  },
  // The page of the topology, with its style beside it.
  {
    ...shared,
    entryPoints: { topology: 'client/webview/topology.ts', 'topology-style': 'client/webview/topology.css' },
    outdir: 'dist',
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
  },
  { ...shared, entryPoints: { 'kernel-worker': 'server/src/node/kernel/kernel-worker.ts' }, outdir: 'dist' },
  {
    ...shared,
    entryPoints: { 'browser-kernel-worker': 'server/src/browser/kernel-worker.ts' },
    outdir: 'dist',
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
  },
];

/**
 * What else goes into a single executable.
 * @type {import('esbuild').BuildOptions}
 */
export const EXECUTABLE_BUNDLE = {
  ...shared,
  entryPoints: { 'start-executable': 'server/src/node/start-executable.ts', 'executable-main': 'server/src/node/executable-main.ts' },
  outdir: 'dist',
  plugins: [startsNothing],
};
