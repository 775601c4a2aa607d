/** What may be read: regular files and standard input, up to a size, and nothing that has no end. */
import { message } from '../../server/src/text/message';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readTextStream } from '../../server/src/node/read-text-file';
import { CLI, runProcess, temporaryFolder } from '../support/cli-process';
import { needsLinks } from '../support/special-files';

/** A regular file by its looks, of no size, that goes on for half a terabyte. */
const ENDLESS = '/proc/self/pagemap';
const GOOD = 'name = "a"\nkernel = "/k"\n';
const needsEndless = needsLinks.skip === false ? { skip: existsSync(ENDLESS) ? false : `there is no ${ENDLESS}` } : needsLinks;

test('a config that is a link to an endless file is refused, and the others are checked', needsEndless, () => {
  const folder = temporaryFolder();
  symlinkSync(ENDLESS, join(folder, 'a.cfg'));
  writeFileSync(join(folder, 'b.cfg'), GOOD);
  for (const command of ['check', 'parse', 'explain', 'migration']) {
    const { status, stdout, stderr } = runProcess([command, 'a.cfg', 'b.cfg'], folder);
    assert.deepEqual([status, stderr], [2, 'a.cfg: is larger than 16 MiB\n'], command);
    assert.notEqual(stdout, '');
  }
});

test('a project file that is one is refused, and the defaults hold', needsEndless, () => {
  const folder = temporaryFolder();
  symlinkSync(ENDLESS, join(folder, '.xlcfg.json'));
  writeFileSync(join(folder, 'a.cfg'), GOOD);
  const { status, stdout, stderr } = runProcess(['check', 'a.cfg'], folder);
  assert.equal(status, 2);
  assert.match(stderr, /\.xlcfg\.json: is larger than 16 MiB\n$/);
  assert.match(stdout, /1 file checked: 0 errors/);
});

test('standard input without an end is refused', { skip: existsSync('/dev/zero') ? false : 'there is no /dev/zero' }, () => {
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'check', '-'], {
    stdio: [openSync('/dev/zero', 'r'), 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: 60_000,
  });
  assert.deepEqual([status, stderr], [2, '-: is larger than 16 MiB\n']);
});

test('standard input that cannot be read is said', async () => {
  const broken = {
    async *[Symbol.asyncIterator]() {
      yield Buffer.from('name');
      throw Object.assign(new Error('EISDIR: illegal operation'), { code: 'EISDIR' });
    },
  };
  assert.deepEqual(await readTextStream(broken), { kind: 'unreadable', reason: message('is a directory') });
});

test('links that lead nowhere, to themselves or to folders have a reason in words', needsLinks, () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'dir'));
  symlinkSync('self.cfg', join(folder, 'self.cfg'));
  symlinkSync('nowhere', join(folder, 'none.cfg'));
  const { status, stderr } = runProcess(['check', 'self.cfg', 'none.cfg', 'dir', 'dir/x/y'], folder);
  assert.equal(status, 2);
  assert.equal(stderr, 'self.cfg: is a link that leads back to itself\nnone.cfg: no such file\ndir/x/y: no such file\n');
});

test('a project file that nests without end is a message with its place', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '.xlcfg.json'), `{ "xen":\n  ${'['.repeat(20_000)}`);
  writeFileSync(join(folder, 'a.cfg'), GOOD);
  const { status, stdout, stderr } = runProcess(['check', '--format', 'json', 'a.cfg'], folder);
  assert.equal(status, 2);
  assert.match(stderr, /\.xlcfg\.json:2:52: this nests more than 50 deep\n$/);
  assert.match(stdout, /"xen": "4\.22"/);
});
