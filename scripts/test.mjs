/** `npm test`: everything that has to hold. Arguments name single steps. */
import { spawnSync } from 'node:child_process';
import { setUp } from './setup.mjs';

setUp();

const node = process.execPath;

/** Each step is a command; the first that fails ends the run. */
const STEPS = [
  ['types', [node, 'node_modules/typescript/bin/tsc', '-b']],
  ['lint', [node, 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']],
  ['format', [node, 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ['package', [node, 'scripts/package.mjs']],
  ['unit', [node, 'scripts/test-unit.mjs']],
  ['vscode', [node, 'scripts/test-vscode.mjs']],
];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !STEPS.some(([step]) => step === name));
if (unknown !== undefined) {
  process.stderr.write(`There is no step ${unknown}; there are ${STEPS.map(([step]) => step).join(', ')}\n`);
  process.exit(2);
}
for (const [name, [command, ...args]] of STEPS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const start = Date.now();
  process.stdout.write(`── ${name}\n`);
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) {
    process.stderr.write(`── ${name} failed\n`);
    process.exit(status ?? 1);
  }
  process.stdout.write(`── ${name} passed in ${((Date.now() - start) / 1000).toFixed(1)} s\n`);
}
