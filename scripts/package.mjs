/** Makes the VSIX: the extension as users install it, with production bundles. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

export const VSIX = 'out/xlcfg.vsix';

function run(args) {
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

mkdirSync('out', { recursive: true });
run(['scripts/build.mjs', '--production']);
run([
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  VSIX,
]);
process.stdout.write(`${VSIX} written\n`);
