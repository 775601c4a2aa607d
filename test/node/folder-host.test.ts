/** Listing folders of this machine: what is there, what is not said, and what ends. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { FolderReader } from '../../server/src/node/folder-host';
import { Reach } from '../../server/src/node/reach';
import { needsLinks } from '../support/special-files';

const base = realpathSync(mkdtempSync(join(tmpdir(), 'xlcfg-')));
mkdirSync(join(base, 'sub'));
writeFileSync(join(base, 'file'), '');
after(() => {
  rmSync(base, { recursive: true });
});

const FILES = { inspect: () => Promise.resolve({ state: 'not-checked' } as const) };

function hostOf(roots: Readonly<Record<string, string>> = {}, isTrusted = true) {
  const reach = new Reach();
  reach.set([], isTrusted);
  return new FolderReader(reach).hostFor(roots, FILES);
}

test('folders, files, and nothing where there is no folder', async () => {
  const { entries, isComplete } = await hostOf().listFolder(`${base}/`, '');
  assert.deepEqual(
    [...entries].sort((a, b) => (a.name < b.name ? -1 : 1)),
    [
      { name: 'file', kind: 'file' },
      { name: 'sub', kind: 'folder' },
    ],
  );
  assert.equal(isComplete, true);
  for (const folder of ['file/', 'nothing/', 'a\0b/'])
    assert.deepEqual((await hostOf().listFolder(`${base}/${folder}`, '')).entries, [], folder);
  assert.deepEqual((await hostOf({}, false).listFolder(`${base}/`, '')).entries, []);
});

test('the folders through which roots lead are there, each once', async () => {
  const host = hostOf({ '/srv/a/boot': base, '/srv/b': base, '/srv': base });
  assert.deepEqual((await hostOf({ '/srv/a': base, '/srv/b': base }, false).listFolder('/', '')).entries, [
    { name: 'srv', kind: 'folder' },
  ]);
  assert.deepEqual((await host.listFolder('/srv/', '')).entries.map(({ name }) => name).sort(), ['a', 'b', 'file', 'sub']);
  assert.deepEqual((await host.listFolder('/srv/a/boot/', '')).entries.map(({ name }) => name).sort(), ['file', 'sub']);
});

test('links are what they lead to', needsLinks, async () => {
  const folder = join(base, 'links');
  mkdirSync(folder);
  symlinkSync('../sub', join(folder, 'to-folder'));
  symlinkSync('../file', join(folder, 'to-file'));
  symlinkSync('self', join(folder, 'self'));
  symlinkSync('/dev/null', join(folder, 'null'));
  const { entries } = await hostOf().listFolder(`${folder}/`, '');
  assert.deepEqual(
    [...entries].sort((a, b) => (a.name < b.name ? -1 : 1)),
    [
      { name: 'to-file', kind: 'file' },
      { name: 'to-folder', kind: 'folder' },
    ],
  );
});

test('who asks for more folders than can be read at once is told to ask again', needsLinks, async () => {
  const reach = new Reach();
  let isHeld = true;
  const held: (() => void)[] = [];
  // A look that waits holds its folder, as one on a machine that is gone does.
  reach.allows = (path) =>
    isHeld && path.endsWith('to-file') ? new Promise((resolve) => held.push(() => resolve(true))) : Promise.resolve(true);
  const reader = new FolderReader(reach).hostFor({}, FILES);
  for (const name of ['one', 'two']) {
    mkdirSync(join(base, name));
    symlinkSync('../file', join(base, name, 'to-file'));
  }
  const waiting = ['one', 'two'].map((name) => reader.listFolder(`${base}/${name}/`, ''));
  while (held.length < 2) await new Promise((resume) => setImmediate(resume));
  assert.deepEqual(await reader.listFolder(`${base}/sub/`, ''), { entries: [], isComplete: false });
  const shared = reader.listFolder(`${base}/one/`, '');
  isHeld = false;
  for (const release of held) release();
  assert.deepEqual(
    await Promise.all([...waiting, shared]),
    Array(3).fill({ entries: [{ name: 'to-file', kind: 'file' }], isComplete: true }),
  );
  assert.deepEqual(await reader.listFolder(`${base}/sub/`, ''), { entries: [], isComplete: true });
});
