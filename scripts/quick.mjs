/** `npm run quick`: what tells most within seconds, side by side. Prints what is wrong, and how long each part took. */
import { spawn } from 'node:child_process';

const FOLDERS = ['rules', 'docs', 'schema', 'specs', 'syntax', 'text', 'model', 'grammar', 'examples'];

/** Two at a time would do; the compiler takes longest by far where much has changed. */
const CHECKS = {
  types: ['node_modules/typescript/bin/tsc', '-b'],
  cycles: ['scripts/cycles.mjs'],
  tests: ['scripts/test-unit.mjs', '--together', ...FOLDERS.map((folder) => `test/${folder}`)],
};

function run([name, args]) {
  return new Promise((settle) => {
    const start = Date.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    child.on('close', (status) => {
      if (status !== 0) process.stdout.write(output);
      process.stdout.write(`── ${name} ${status === 0 ? 'passed' : 'failed'} in ${((Date.now() - start) / 1000).toFixed(1)} s\n`);
      settle(status === 0);
    });
  });
}

const results = await Promise.all(Object.entries(CHECKS).map(run));
process.exitCode = results.every((isGood) => isGood) ? 0 : 1;
