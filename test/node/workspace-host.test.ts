/** The files of a workspace: what may not be looked at is not watched either, and what cannot be there is not looked for. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { listUpwards, UpwardsFinder } from '../../server/src/node/find-upwards';
import { createWorkspaceHost } from '../../server/src/node/node-workspace-host';
import { Reach } from '../../server/src/node/reach';

const base = mkdtempSync(join(tmpdir(), 'xlcfg-'));
const [workspace, outside] = [join(base, 'workspace'), join(base, 'outside')];
for (const folder of [workspace, outside]) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.json'), '{}');
}
after(() => {
  rmSync(base, { recursive: true });
});

/** Longer than changes are gathered for, in milliseconds. */
const PATIENCE = 3000;

/** Whether a change of a file is heard of by who watches a path, in a workspace that the person trusts or not. */
async function hearsOf(path: string, written: string, isTrusted: boolean): Promise<boolean> {
  const reach = new Reach();
  reach.set([workspace], isTrusted);
  const host = createWorkspaceHost(reach);
  const heard = new Promise<boolean>((resolve) => {
    host.onChange(() => {
      resolve(true);
    });
    setTimeout(resolve, PATIENCE, false);
  });
  await host.watch('owner', [path]);
  writeFileSync(written, `{ "xen": "4.${Date.now() % 10}" }`);
  const result = await heard;
  await host.watch('owner', []);
  return result;
}

test('what is outside is watched only with trust, by whatever name', async () => {
  symlinkSync(outside, join(workspace, 'link'));
  symlinkSync(join(outside, 'a.json'), join(workspace, 'b.json'));
  const secret = join(outside, 'a.json');
  assert.ok(await hearsOf(join(workspace, 'a.json'), join(workspace, 'a.json'), false));
  const ways = [secret, join(workspace, 'link/a.json'), join(workspace, 'b.json')];
  // Also where the file is not there yet, so that its folder would be watched.
  const missing = join(outside, 'new.json');
  const heard = await Promise.all([...ways.map((path) => hearsOf(path, secret, false)), hearsOf(missing, missing, false)]);
  assert.deepEqual(heard, [false, false, false, false]);
  assert.deepEqual(await Promise.all(ways.map((path) => hearsOf(path, secret, true))), [true, true, true]);
});

test('above a path that no system takes, nothing is looked for', async () => {
  const path = `${'/a'.repeat(100_000)}/b.cfg`;
  assert.deepEqual(listUpwards(path, 'x'), []);
  assert.equal(await new UpwardsFinder().find(path, 'x'), undefined);
  assert.deepEqual(
    listUpwards('/a/b.cfg', 'x').map((each) => each.replaceAll('\\', '/').replace(/^[a-z]:/i, '')),
    ['/a/x', '/x'],
  );
});
