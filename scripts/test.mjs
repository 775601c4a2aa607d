/** `npm test`: everything that has to hold. Arguments name single steps. */
import { spawnSync } from 'node:child_process';
import { setUp } from './setup.mjs';

/** Each step is a program for Node; the first that fails ends the run. */
const STEPS = {
  types: ['node_modules/typescript/bin/tsc', '-b'],
  lint: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  cycles: ['scripts/cycles.mjs'],
  mutate: ['scripts/mutate.mjs'],
  package: ['scripts/package.mjs'],
  prepare: ['scripts/prepare.mjs'],
  unit: ['scripts/test-unit.mjs'],
  vscode: ['scripts/test-vscode.mjs'],
};

/** Milliseconds after which a step hangs: it takes a few minutes on slow machines. */
const TOO_LONG = 25 * 60_000;

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(STEPS, name));
if (unknown !== undefined) {
  process.stderr.write(`There is no step ${unknown}; there are ${Object.keys(STEPS).join(', ')}\n`);
  process.exit(2);
}
setUp();
for (const [name, args] of Object.entries(STEPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const start = Date.now();
  process.stdout.write(`── ${name}\n`);
  const { status, error } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: TOO_LONG,
    killSignal: 'SIGKILL',
  });
  if (status !== 0) {
    process.stderr.write(`── ${name} failed${error === undefined ? '' : `: ${error.message}`}\n`);
    process.exit(status ?? 1);
  }
  process.stdout.write(`── ${name} passed in ${((Date.now() - start) / 1000).toFixed(1)} s\n`);
}
