/** `check --changed` in a checkout, asked of the git of this machine. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { runProcess, temporaryFolder } from '../support/cli-process';

const needsGit = { skip: spawnSync('git', ['--version']).status === 0 ? false : 'needs git' };
const CONFIG = 'name = "a"\nmemory = 512\nkernel = "/k"\nvcpus = 2\n';

function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgSign=false'];
  const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** A checkout with one commit on the branch `main`. */
function makeCheckout(names: readonly string[]): string {
  const folder = temporaryFolder();
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  mkdirSync(join(folder, 'sub'));
  for (const name of names) writeFileSync(join(folder, name), CONFIG);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'one');
  return folder;
}

function changedIn(folder: string, ...flags: readonly string[]): readonly string[] {
  const { stdout, stderr } = runProcess(['check', '--list-files', '--changed', ...flags], folder);
  assert.equal(stderr.replace(/^No configs.*\n/, ''), '');
  return stdout.split('\n').filter((line) => line !== '');
}

test('changed, staged and new files count; deleted and ignored ones do not', needsGit, () => {
  const folder = makeCheckout(['same.cfg', 'changed.cfg', 'staged.cfg', 'gone.cfg', 'sub/ä b.cfg']);
  assert.deepEqual(changedIn(folder), []);
  for (const name of ['changed.cfg', 'staged.cfg', 'new.cfg', 'sub/ä b.cfg', 'left.cfg']) writeFileSync(join(folder, name), `${CONFIG}#\n`);
  writeFileSync(join(folder, '.gitignore'), 'left.cfg\n');
  git(folder, 'add', 'staged.cfg');
  rmSync(join(folder, 'gone.cfg'));
  const all = ['changed.cfg', 'new.cfg', 'staged.cfg', Buffer.from('sub/ä b.cfg').toString('latin1')];
  assert.deepEqual(changedIn(folder), all);
  assert.deepEqual(changedIn(join(folder, 'sub'), 'HEAD'), [Buffer.from('ä b.cfg').toString('latin1')]);
});

test('a reference is where the branch left it', needsGit, () => {
  const folder = makeCheckout(['a.cfg', 'b.cfg', 'c.cfg']);
  git(folder, 'checkout', '--quiet', '-b', 'work');
  writeFileSync(join(folder, 'a.cfg'), `${CONFIG}#\n`);
  git(folder, 'commit', '--quiet', '--all', '--message', 'two');
  git(folder, 'checkout', '--quiet', 'main');
  writeFileSync(join(folder, 'b.cfg'), `${CONFIG}#\n`);
  git(folder, 'commit', '--quiet', '--all', '--message', 'three');
  git(folder, 'checkout', '--quiet', 'work');
  assert.deepEqual(changedIn(folder, 'main'), ['a.cfg'], 'and not what has changed on main since');
  assert.deepEqual(changedIn(folder), []);
});

test('a checkout without a commit is new as a whole', needsGit, () => {
  const folder = temporaryFolder();
  git(folder, 'init', '--quiet');
  writeFileSync(join(folder, 'a.cfg'), CONFIG);
  assert.deepEqual(changedIn(folder), ['a.cfg']);
});

test('what git cannot say is said in words', needsGit, () => {
  const say = (folder: string, reference: string): string => {
    const { status, stderr } = runProcess(['check', `--changed=${reference}`, '.'], folder);
    assert.equal(status, 2);
    return stderr;
  };
  assert.match(say(temporaryFolder(), 'HEAD'), /needs a git checkout/);
  const folder = makeCheckout(['a.cfg']);
  assert.equal(say(folder, 'nowhere'), 'git knows no commit `nowhere` here.\n');
  assert.equal(say(folder, '--output=x'), 'git knows no commit `--output=x` here.\n');
  git(folder, 'checkout', '--quiet', '--orphan', 'other');
  git(folder, 'commit', '--quiet', '--message', 'four');
  assert.match(say(folder, 'main'), /have no commit in common here\. A shallow checkout/);
  const path = process.env['PATH'];
  process.env['PATH'] = folder;
  try {
    assert.equal(say(folder, 'HEAD'), '`--changed` needs git, which is not on PATH.\n');
  } finally {
    process.env['PATH'] = path;
  }
});

test('nothing that a checkout names is run', needsGit, () => {
  const folder = makeCheckout(['a.cfg']);
  const trace = join(folder, 'trace');
  const program = join(folder, 'program');
  writeFileSync(program, `#!/bin/sh\ntouch '${trace}'\ncat\n`);
  chmodSync(program, 0o755);
  for (const key of ['core.fsmonitor', 'diff.external', 'filter.x.clean', 'filter.x.smudge', 'diff.x.textconv', 'core.sshCommand'])
    git(folder, 'config', key, resolve(program));
  writeFileSync(join(folder, '.gitattributes'), '*.cfg filter=x diff=x\n');
  writeFileSync(join(folder, 'a.cfg'), `${CONFIG}#\n`);
  assert.deepEqual(changedIn(folder), ['a.cfg']);
  assert.ok(!existsSync(trace));
  spawnSync('git', ['diff'], { cwd: folder });
  assert.ok(existsSync(trace), 'which an ordinary git would do');
});
