/** Generates in two steps: the lists of modules first, so that what follows from them is made from the new ones. */
import { spawnSync } from 'node:child_process';

const STEPS = ['scripts/generate-lists.ts', 'scripts/generate.ts'];

for (const step of STEPS) {
  const { status } = spawnSync(process.execPath, ['scripts/run.mjs', step, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
