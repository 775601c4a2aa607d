/** What may be looked at because a file names it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { after, test } from 'node:test';
import { Reach } from '../../server/src/node/reach';

const base = realpathSync(mkdtempSync(join(tmpdir(), 'xlcfg-')));
const workspace = join(base, 'workspace');
mkdirSync(join(workspace, 'boot'), { recursive: true });
writeFileSync(join(workspace, 'boot/vmlinuz'), '');
writeFileSync(join(base, 'secret'), '');
mkdirSync(join(base, 'elsewhere'));
symlinkSync('../../secret', join(workspace, 'boot/out'));
symlinkSync(join(base, 'elsewhere'), join(workspace, 'folder'));
symlinkSync('boot/vmlinuz', join(workspace, 'inside'));
symlinkSync(join(workspace, 'boot'), join(workspace, 'absolute'));
symlinkSync('circle', join(workspace, 'circle'));
symlinkSync(workspace, join(base, 'opened-as'));
after(() => {
  rmSync(base, { recursive: true });
});

const REMOTE = ['//host/share/vmlinuz', '\\\\host\\share\\vmlinuz', '/\\host\\share', '\\/host/share', '\\\\?\\UNC\\host\\share'];

function reachOf(folders: readonly string[], isTrusted: boolean): Reach {
  const reach = new Reach();
  reach.set(folders, isTrusted);
  return reach;
}

test('without trust everything in the workspace, and nothing outside', async () => {
  const reach = reachOf([workspace], false);
  const allowed = ['boot/vmlinuz', 'boot/not-there', 'inside', 'absolute/vmlinuz', 'boot/../boot/vmlinuz'];
  const refused = ['../secret', 'boot/out', 'folder/x', 'folder/../boot/vmlinuz', 'circle', '..', 'boot/../../secret'];
  for (const path of allowed) assert.ok(await reach.allows(`${workspace}/${path}`), path);
  for (const path of refused) assert.ok(!(await reach.allows(`${workspace}/${path}`)), path);
  for (const path of ['/', '/etc/passwd', `${workspace}-2/x`, ...REMOTE]) assert.ok(!(await reach.allows(path)), path);
  assert.deepEqual(reach.within(['/a', join(workspace, 'a'), join(base, 'a')]), [join(workspace, 'a')]);
});

test('a workspace that is opened through a link', async () => {
  const reach = reachOf([join(base, 'opened-as')], false);
  for (const path of ['boot/vmlinuz', 'absolute/vmlinuz']) assert.ok(await reach.allows(join(base, 'opened-as', path)), path);
  assert.ok(!(await reach.allows(join(base, 'opened-as/boot/out'))));
});

test('without trust and without a folder, nothing', async () => {
  assert.ok(!(await reachOf([], false).allows(join(workspace, 'boot/vmlinuz'))));
});

test('with trust everything but other machines', async () => {
  const reach = reachOf([workspace], true);
  for (const path of ['/', '/etc/passwd', join(workspace, 'boot/out')]) assert.ok(await reach.allows(path), path);
  for (const path of REMOTE) assert.ok(!(await reach.allows(path)), path);
});

test('on Windows, another machine only where the workspace is there', async () => {
  const reach = new Reach(win32);
  reach.set(['\\\\wsl$\\Debian\\home\\me\\domains'], true);
  assert.ok(await reach.allows('\\\\wsl$\\Debian\\home\\me\\domains\\boot\\vmlinuz'));
  assert.ok(await reach.allows('C:\\boot\\vmlinuz'));
  for (const path of ['\\\\wsl$\\Debian\\etc\\passwd', '\\\\wsl$\\Debian\\home\\me\\domains\\..\\x', ...REMOTE])
    assert.ok(!(await reach.allows(path)), path);
  reach.set(['D:\\domains'], false);
  assert.ok(await reach.allows('d:\\Domains\\boot\\vmlinuz'));
  for (const path of ['D:\\other', 'C:\\domains\\x', '/boot/vmlinuz', ...REMOTE]) assert.ok(!(await reach.allows(path)), path);
});
