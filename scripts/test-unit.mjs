/**
 * Compiles the Node tests and runs them with Node's own test runner. Arguments name test folders or files; none means all.
 * `--together` runs them in one process and prints only those that fail.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { build } from 'esbuild';
// Some tests run the bundles.
import './build.mjs';
import { TOOLS } from './tools.mjs';

const OUTPUT = 'out/test';
/** These run in hosts of their own. */
const OTHER_HOSTS = ['vscode'];

const withSlashes = (path) => path.split(sep).join('/');

/** All test files, below `test`. */
const all = readdirSync('test', { recursive: true })
  .map(withSlashes)
  .filter((file) => file.endsWith('.test.ts') && !OTHER_HOSTS.includes(file.split('/')[0]));

const isTogether = process.argv.includes('--together');
const paths = process.argv.slice(2).filter((argument) => argument !== '--together');

/** The files that arguments name, whole or by their beginning. */
const wanted = paths.map((argument) => {
  const prefix = withSlashes(relative('test', resolve(argument)));
  const files = all.filter((file) => file.startsWith(prefix));
  if (files.length > 0) return files;
  const host = OTHER_HOSTS.find((each) => prefix.split('/')[0] === each);
  process.stderr.write(`${argument} ${host === undefined ? 'matches no test' : `runs with: npm test -- ${host}`}\n`);
  return process.exit(2);
});
const files = wanted.length === 0 ? all : all.filter((file) => wanted.some((each) => each.includes(file)));

// One process a folder: starting Node for each of the many rule tests would take longer than they do.
const byFolder = new Map();
for (const file of files) {
  const folder = isTogether ? 'together' : file.includes('/') ? file.split('/')[0] : 'top';
  byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
}
rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(join(OUTPUT, 'entries'), { recursive: true });
const entryPoints = [...byFolder].map(([folder, members]) => {
  const entry = join(OUTPUT, 'entries', `${folder}.ts`);
  writeFileSync(entry, members.map((file) => `import ${JSON.stringify(resolve('test', file))};\n`).join(''));
  return entry;
});
await build({
  entryPoints,
  outdir: OUTPUT,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: TOOLS,
  sourcemap: 'linked',
  logLevel: 'warning',
});

const outputs = [...byFolder.keys()].map((folder) => `${OUTPUT}/${folder}.mjs`);
const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', `--test-reporter=${isTogether ? 'dot' : 'spec'}`, ...outputs],
  {
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
