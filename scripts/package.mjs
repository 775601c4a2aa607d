/** Makes the VSIX: the extension as users install it, with production bundles. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

export const VSIX = 'out/xlcfg.vsix';

function run(args) {
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

/** Pictures are most of what an extension weighs, and the page in the editor shows none that lie in it beside others. */
const PICTURE = /^ *!\[[^\]]*\]\([^)]*\)\n\n?/gm;
const README = 'out/README.md';

mkdirSync('out', { recursive: true });
writeFileSync(README, readFileSync('README.md', 'utf8').replace(PICTURE, ''));
run(['scripts/build.mjs', '--production']);
run([
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--readme-path',
  README,
  '--out',
  VSIX,
]);
process.stdout.write(`${VSIX} written\n`);
