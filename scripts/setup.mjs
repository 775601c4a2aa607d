/** Installs the packages of the project when they are missing or out of date, so that every command works on a fresh clone. */
import { existsSync, statSync } from 'node:fs';
import { runNpm } from './npm.mjs';

const INSTALLED = 'node_modules/.package-lock.json';

/** Makes `node_modules` fit the lock file; ends the process with a message when that fails. */
export function setUp() {
  if (existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  process.stdout.write('Installing packages …\n');
  const { isDone, status } = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (!isDone) {
    const reason = status === null ? 'there is no npm that starts' : 'npm says why above';
    process.stderr.write(`The packages could not be installed; ${reason}\n`);
    process.exit(1);
  }
}
