/** Compiles the Node tests and runs them with Node's own test runner. Arguments name test folders or files; none means all. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { TOOLS } from './tools.mjs';

const OUTPUT = 'out/test';
/** These run in hosts of their own. */
const OTHER_HOSTS = ['vscode'];

const wanted = process.argv.slice(2);
const files = (await readdir('test', { recursive: true }))
  .filter((file) => file.endsWith('.test.ts') && !OTHER_HOSTS.includes(file.split('/')[0]))
  .map((file) => join('test', file))
  .filter((file) => wanted.length === 0 || wanted.some((each) => file.startsWith(each) || file === each));

// One process a folder: starting Node for each of the many rule tests would take longer than they do.
const byFolder = new Map();
for (const file of files) {
  const folder = file.split('/').length > 2 ? file.split('/')[1] : 'top';
  byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
}
rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(join(OUTPUT, 'entries'), { recursive: true });
const entryPoints = [...byFolder].map(([folder, members]) => {
  const entry = join(OUTPUT, 'entries', `${folder}.ts`);
  writeFileSync(entry, members.map((file) => `import ${JSON.stringify(resolve(file))};\n`).join(''));
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

const outputs = entryPoints.map((entry) => entry.replace('/entries/', '/').replace(/\.ts$/, '.mjs'));
const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', '--test-reporter=spec', ...outputs], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
