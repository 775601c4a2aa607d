/** `check --fix` and `init` on real files: what is written is whole, and everything else about a file stays. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { message } from '../../server/src/text/message';
import { replaceFile } from '../../server/src/node/replace-file';
import { CLI, runProcess, startProcess, temporaryFolder } from '../support/cli-process';
import { needsLinks, needsModes } from '../support/special-files';

const BROKEN = 'builder = "hvm"\nname = "a"\nmemory = 512\n';
const FIXED = 'type = "hvm"\nname = "a"\nmemory = 512\n';
const isRoot = process.getuid?.() === 0;

function makeFile(name: string, content: string | Uint8Array = BROKEN): { readonly folder: string; readonly path: string } {
  const folder = temporaryFolder();
  const path = join(folder, name);
  writeFileSync(path, content);
  return { folder, path };
}

function hasLitter(folder: string): boolean {
  return readdirSync(folder).some((name) => name.endsWith('.tmp'));
}

test('a symbolic link stays one, and the file after it is fixed where it is', needsLinks, () => {
  const { folder, path } = makeFile('real.cfg');
  mkdirSync(join(folder, 'auto'));
  symlinkSync('../real.cfg', join(folder, 'auto/a.cfg'));
  const before = statSync(path).ino;
  assert.equal(runProcess(['check', '--fix', 'auto/a.cfg'], folder).status, 0);
  assert.equal(readlinkSync(join(folder, 'auto/a.cfg')), '../real.cfg');
  assert.equal(readFileSync(path, 'utf8'), FIXED);
  assert.notEqual(statSync(path).ino, before, 'it is a new file under the old name');
  assert.ok(!hasLitter(folder) && !hasLitter(join(folder, 'auto')));
});

test('mode and owner stay', { skip: isRoot ? false : 'only root can give files away' }, () => {
  const { folder, path } = makeFile('a.cfg');
  chownSync(path, 1234, 2345);
  chmodSync(path, 0o2640);
  assert.equal(runProcess(['check', '--fix', 'a.cfg'], folder).status, 0);
  const { mode, uid, gid } = statSync(path);
  assert.deepEqual([readFileSync(path, 'utf8'), mode & 0o7777, uid, gid], [FIXED, 0o2640, 1234, 2345]);
});

test('a file with several names is left alone and named; the others go on', () => {
  const { folder, path } = makeFile('a.cfg');
  linkSync(path, join(folder, 'b.cfg'));
  writeFileSync(join(folder, 'c.cfg'), BROKEN);
  const { status, stderr, stdout } = runProcess(['check', '--fix', 'a.cfg', 'c.cfg'], folder);
  assert.equal(status, 2);
  assert.equal(stderr, 'a.cfg: is not written: it has 2 names (hard links), which would no longer be one file\n');
  assert.match(stdout, /2 files checked/);
  assert.equal(readFileSync(path, 'utf8'), BROKEN);
  assert.equal(readFileSync(join(folder, 'c.cfg'), 'utf8'), FIXED);
  assert.ok(!hasLitter(folder));
});

test('a file that has changed since it was read is left alone', async () => {
  const { folder, path } = makeFile('a.cfg', 'name = "new"\n');
  assert.deepEqual(await replaceFile(path, Buffer.from(BROKEN), Buffer.from(FIXED)), message('is not written: it has changed meanwhile'));
  assert.equal(readFileSync(path, 'utf8'), 'name = "new"\n');
  assert.ok(!hasLitter(folder));
});

test('a file that may not be written is not replaced either, nor one whose owner cannot be kept', needsModes, () => {
  const { folder, path } = makeFile('a.cfg');
  const foreign = join(folder, 'b.cfg');
  writeFileSync(foreign, BROKEN);
  chmodSync(foreign, 0o666);
  const nobody = 65_534;
  chmodSync(path, 0o444);
  if (isRoot) for (const each of [folder, path]) chownSync(each, nobody, nobody);
  const user = isRoot ? { uid: nobody, gid: nobody } : {};
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'check', '--fix', 'a.cfg', 'b.cfg'], {
    cwd: folder,
    encoding: 'utf8',
    ...user,
  });
  assert.equal(status, 2);
  const ofForeign = isRoot ? 'b.cfg: is not written: its owner and its mode cannot be kept\n' : '';
  assert.equal(stderr, `a.cfg: is not written: permission denied\n${ofForeign}`);
  assert.equal(readFileSync(path, 'utf8'), BROKEN);
  assert.ok(!hasLitter(folder));
});

test('runs that overlap never leave a part of a file', async () => {
  const line = 'xen_platform_pci = 1  # a comment that makes the file long\n';
  const { folder, path } = makeFile('a.cfg', BROKEN + `# ${line}`.repeat(5000));
  const wanted = FIXED + `# ${line}`.repeat(5000);
  const sizes = new Set<number>();
  const runs = Promise.all(Array.from({ length: 6 }, () => startProcess(['check', '--fix', 'a.cfg'], folder)));
  const watch = setInterval(() => sizes.add(statSync(path).size), 1);
  await runs;
  clearInterval(watch);
  assert.ok((await runs).every((status) => status === 0 || status === 2));
  assert.equal(readFileSync(path, 'utf8'), wanted);
  sizes.delete(wanted.length);
  sizes.delete(wanted.length - FIXED.length + BROKEN.length);
  assert.deepEqual([...sizes], [], 'at no moment there was another size');
  assert.ok(!hasLitter(folder));
});

test('a full disk leaves the file as it was, and nothing else', (context) => {
  const { folder, path } = makeFile('a.cfg', BROKEN + '# x\n'.repeat(100_000));
  writeFileSync(join(folder, 'b.cfg'), BROKEN);
  // The shell counts in blocks of 512 or 1024 bytes; either is less than the file.
  const limited = spawnSync('sh', ['-c', `ulimit -f 100 && exec "$0" "$@"`, process.execPath, CLI, 'check', '--fix', 'a.cfg', 'b.cfg'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (limited.error !== undefined) {
    context.skip('there is no shell');
    return;
  }
  assert.equal(limited.stderr, 'a.cfg: is not written: it would be larger than files may be\n');
  assert.equal(limited.status, 2);
  assert.equal(readFileSync(path, 'utf8'), BROKEN + '# x\n'.repeat(100_000));
  assert.equal(readFileSync(join(folder, 'b.cfg'), 'utf8'), FIXED, 'the other file goes on');
  assert.ok(!hasLitter(folder));
});

test('bytes that are no UTF-8 go through the filter and files alike', () => {
  const texts = [
    Buffer.from('# caf\xe9\nbuilder = "hvm"\nname = "a"\nmemory = 512\n', 'latin1'),
    Buffer.from('# caf\u00e9 \u{1f427}\nbuilder = "hvm"\nname = "a"\nmemory = 512\n'),
    Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x80, 0xed, 0xa0, 0x80, 0x0a, ...Buffer.from(BROKEN)]),
  ];
  for (const bytes of texts) {
    const { folder, path } = makeFile('a.cfg', bytes);
    const wanted = bytes.toString('latin1').replace('builder', 'type');
    assert.equal(runProcess(['check', '--fix', '-'], folder, bytes).stdout, wanted);
    runProcess(['check', '--fix', 'a.cfg'], folder);
    assert.equal(readFileSync(path, 'latin1'), wanted);
  }
});

test('init writes a file once', () => {
  const folder = temporaryFolder();
  assert.equal(runProcess(['init'], folder).stdout, '.xlcfg.json written\n');
  const written = readFileSync(join(folder, '.xlcfg.json'), 'utf8');
  assert.deepEqual(runProcess(['init'], folder), { status: 2, stdout: '', stderr: '.xlcfg.json is not written: it is there already\n' });
  assert.equal(readFileSync(join(folder, '.xlcfg.json'), 'utf8'), written);
  assert.ok(!hasLitter(folder));
});

test('init gives its file the mode of every new file', needsModes, () => {
  const folder = temporaryFolder();
  runProcess(['init'], folder);
  assert.equal(statSync(join(folder, '.xlcfg.json')).mode & 0o777, 0o666 & ~process.umask(0o022));
});

test('init follows no link to nowhere', needsLinks, () => {
  const folder = temporaryFolder();
  symlinkSync('/nowhere/at/all', join(folder, '.xlcfg.json'));
  assert.equal(runProcess(['init'], folder).status, 2);
  assert.ok(lstatSync(join(folder, '.xlcfg.json')).isSymbolicLink() && !hasLitter(folder));
});
