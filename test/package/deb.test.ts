/** The package of Debian: it installs, its programs run, and Debian's own checker has nothing against it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { buildDeb } from '../../scripts/deb.mjs';
import { THIS_MACHINE } from '../../scripts/machine.mjs';
import { preparePackagingTools } from '../../scripts/packaging-tools.mjs';
import { skipReason } from '../../scripts/skipping.mjs';
import { temporaryFolder } from '../support/cli-process';

const tools = preparePackagingTools();
const machine = { ...THIS_MACHINE, env: { ...process.env, DEBFULLNAME: 'A Person', DEBEMAIL: 'person@debian.org' } };
const { path = '', problem } = tools.problem === undefined ? buildDeb(machine) : { path: '', problem: tools.problem };

function runTool(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}${stderr}`);
  return stdout;
}

describe('the package of Debian', { skip: skipReason('the package of Debian', problem) }, () => {
  test('lintian finds nothing', () => {
    assert.equal(runTool('lintian', ['--allow-root', path]), '');
  });

  test('it depends on the Node of the manifest, and says who made it', () => {
    const fields = runTool('dpkg-deb', ['--field', path]);
    assert.match(fields, /^Depends: nodejs \(>= 20\)$/m);
    assert.match(fields, /^Maintainer: A Person <person@debian\.org>$/m);
  });

  test('what is installed runs, with its manuals and completion', () => {
    const root = temporaryFolder();
    for (const folder of ['info', 'updates', 'triggers']) mkdirSync(join(root, 'var/lib/dpkg', folder), { recursive: true });
    writeFileSync(join(root, 'var/lib/dpkg/status'), '');
    runTool('dpkg', [`--root=${root}`, '--force-depends', '--force-not-root', '--force-script-chrootless', '--install', path]);
    const program = join(root, 'usr/bin', readlinkSync(join(root, 'usr/bin/xlcfg')));
    assert.match(runTool(process.execPath, [program, 'check', resolve('examples/web1.cfg')]), /octal-number/);
    assert.match(runTool(process.execPath, [program, 'rule', 'octal-number']), /^octal-number\n/);
    for (const file of [
      'man/man1/xlcfg.1.gz',
      'man/man1/xlcfg-language-server.1.gz',
      'bash-completion/completions/xlcfg',
      'zsh/vendor-completions/_xlcfg',
      'fish/vendor_completions.d/xlcfg.fish',
      'doc/xlcfg/copyright',
      'doc/xlcfg/examples/git/pre-commit',
    ])
      assert.ok(existsSync(join(root, 'usr/share', file)), file);
  });
});
