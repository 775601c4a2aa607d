/** Completion of paths over the protocol: what is listed, what is not waited for, and what may not be looked at. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { FolderContent } from '../../server/src/language-service';
import { type ServerSession, startServer } from '../support/language-server';
import { readCursor } from '../support/marks';
import { defer, makeUpMachine, PULLING, startOn } from '../support/session-server';
import { needsLinks, needsSpecialFiles } from '../support/special-files';
import { makeElf, PV_NOTES, PVH_NOTE } from '../support/tiny-images';

interface Item {
  readonly label: string;
  readonly sortText: string;
  readonly detail?: string;
  readonly textEdit: { readonly newText: string };
}
interface List {
  readonly isIncomplete: boolean;
  readonly items: readonly Item[];
}

let count = 0;

function ask(server: ServerSession, fixture: string, folder = '/p', token = new CancellationTokenSource().token): Promise<Item[] | List> {
  const { text, offset } = readCursor(fixture);
  count += 1;
  const uri = pathToFileURL(join(folder, `${count}.cfg`)).href;
  server.open(uri, text);
  const before = text.slice(0, offset).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return server.rpc.sendRequest('textDocument/completion', { textDocument: { uri }, position }, token);
}

function labelsOf(answer: Item[] | List): readonly string[] {
  const items = Array.isArray(answer) ? answer : answer.items;
  return [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1)).map(({ label }) => label);
}

const base = mkdtempSync(join(tmpdir(), 'xlcfg-'));
const workspace = join(base, 'workspace');
const outside = join(base, 'outside');
mkdirSync(join(workspace, 'boot/old'), { recursive: true });
mkdirSync(join(outside, 'deep'), { recursive: true });
writeFileSync(join(workspace, 'boot/vmlinuz-1'), makeElf({ notes: PV_NOTES }));
writeFileSync(join(workspace, 'boot/vmlinuz-2'), makeElf({ notes: PV_NOTES }));
writeFileSync(join(workspace, 'boot/vmlinuz-0'), makeElf({ notes: [PVH_NOTE] }));
if (needsLinks.skip === false) {
  symlinkSync('vmlinuz-1', join(workspace, 'boot/vmlinuz'));
  symlinkSync(outside, join(workspace, 'boot/link'));
  symlinkSync('nowhere', join(workspace, 'boot/dangling'));
}
writeFileSync(join(workspace, '.xlcfg.json'), JSON.stringify({ roots: { '/srv/xen/boot': './boot', '/up': '../outside' } }));
after(() => {
  rmSync(base, { recursive: true });
});

function start(isTrusted: boolean): Promise<ServerSession> {
  return startServer(PULLING, {}, { isTrusted }, [pathToFileURL(workspace).href]);
}

test('a folder of the workspace, through roots: folders, then what boots, then the rest', { timeout: 30_000, ...needsLinks }, async () => {
  const server = await start(true);
  const expected = ['link/', 'old/', 'vmlinuz-0', 'vmlinuz-2', 'vmlinuz-1', 'vmlinuz'];
  const seen = labelsOf(await ask(server, 'type = "pvh"\nkernel = "/srv/xen/boot/$0"\n', workspace));
  assert.deepEqual([...seen].sort(), [...expected].sort());
  assert.deepEqual(seen.slice(2), expected.slice(2));
  assert.deepEqual(labelsOf(await ask(server, 'kernel = "/srv/xen/$0"\n', workspace)), ['boot/']);
  assert.ok(labelsOf(await ask(server, 'kernel = "/$0"\n', workspace)).includes('srv/'));
  await server.stop();
});

test(
  'without trust nothing outside of the workspace is listed, not even through a link or a root',
  { timeout: 30_000, ...needsLinks },
  async () => {
    const paths = [`${outside}/$0`, `${workspace}/boot/link/$0`, `${workspace}/../outside/$0`, '/up/$0', '/etc/$0'];
    const server = await start(false);
    for (const path of paths) assert.deepEqual(labelsOf(await ask(server, `kernel = "${path}"\n`, workspace)), [], path);
    assert.deepEqual([...labelsOf(await ask(server, 'kernel = "/$0"\n', workspace))].sort(), ['srv/', 'up/'], 'only what the project maps');
    const seen = labelsOf(await ask(server, 'kernel = "/srv/xen/boot/$0"\n', workspace));
    assert.ok(!seen.includes('link/'), 'where a link leads is not said');
    assert.ok(seen.includes('vmlinuz'));
    void server.rpc.sendNotification('xlcfg/trusted');
    for (const path of paths.slice(0, 4)) assert.deepEqual(labelsOf(await ask(server, `kernel = "${path}"\n`, workspace)), ['deep/'], path);
    await server.stop();
  },
);

test('special files are not offered, and nothing waits for them', { timeout: 30_000, ...needsSpecialFiles }, async () => {
  const folder = join(workspace, 'special');
  mkdirSync(folder);
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  symlinkSync('pipe', join(folder, 'link-to-pipe'));
  symlinkSync('/dev/null', join(folder, 'null'));
  writeFileSync(join(folder, 'file'), '');
  const server = await start(true);
  assert.deepEqual(labelsOf(await ask(server, `kernel = "${folder}/$0"\n`, workspace)), ['file']);
  await server.stop();
});

test('of a huge folder, what begins with what is written', { timeout: 60_000 }, async () => {
  const folder = join(workspace, 'huge');
  mkdirSync(folder);
  for (let index = 0; index < 3000; index++) writeFileSync(join(folder, `image-${index}.iso`), '');
  const server = await start(true);
  const all = await ask(server, `disk = [ "devtype=cdrom,vdev=hdc,target=${folder}/$0" ]\n`, workspace);
  assert.ok(!Array.isArray(all) && all.isIncomplete && all.items.length === 1000);
  assert.deepEqual(labelsOf(await ask(server, `disk = [ "devtype=cdrom,vdev=hdc,target=${folder}/image-299$0" ]\n`, workspace)).length, 11);
  await server.stop();
});

test('a folder that answers late is not waited for for ever', { timeout: 20_000 }, async () => {
  const machine = makeUpMachine();
  machine.listFolder = () => new Promise(() => undefined);
  const server = await startOn(machine);
  const answer = await ask(server, 'kernel = "/mnt/gone/$0"\n');
  assert.deepEqual(answer, { isIncomplete: true, items: [] });
  await server.stop();
});

test('a request that is taken back ends, whatever the folder does', { timeout: 20_000 }, async () => {
  const machine = makeUpMachine();
  const listed = defer<undefined>();
  machine.listFolder = () => {
    listed.resolve(undefined);
    return new Promise(() => undefined);
  };
  const server = await startOn(machine);
  const source = new CancellationTokenSource();
  const answer = ask(server, 'kernel = "/mnt/gone/$0"\n', '/p', source.token);
  await listed.promise;
  const begun = Date.now();
  source.cancel();
  await assert.rejects(answer, /cancelled/);
  assert.ok(Date.now() - begun < 400, 'it does not wait for its patience to end');
  await server.stop();
});

test('names are listed without a look into files where the setting says so', { timeout: 20_000 }, async () => {
  let looks = 0;
  const machine = makeUpMachine(() => {
    looks += 1;
    return Promise.resolve({ state: 'not-checked' });
  });
  const content: FolderContent = { entries: [{ name: 'vmlinuz', kind: 'file' }], isComplete: true };
  machine.listFolder = () => Promise.resolve(content);
  const server = await startOn(machine, { configure: () => ({ kernel: { check: false } }) });
  assert.deepEqual(labelsOf(await ask(server, 'kernel = "/boot/$0"\n')), ['vmlinuz']);
  assert.equal(looks, 0);
  await server.stop();
});

test('other completions stay where no slash is written', { timeout: 20_000 }, async () => {
  const machine = makeUpMachine();
  machine.listFolder = () =>
    Promise.resolve({
      entries: [
        { name: 'vif-own', kind: 'file' },
        { name: 'vif-bridge', kind: 'file' },
      ],
      isComplete: true,
    });
  const server = await startOn(machine);
  const labels = labelsOf(await ask(server, 'vif = [ "script=$0" ]\n'));
  assert.ok(labels.includes('vif-own') && labels.includes('vif-route'));
  assert.equal(labels.filter((label) => label === 'vif-bridge').length, 1);
  await server.stop();
});
