/** What the server looks at in a workspace that the person does not trust, and that no file makes it ask another machine. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type ServerSession, startServer } from '../support/language-server';
import { makeElf, PV_NOTES } from '../support/tiny-images';
import { PULLING } from '../support/session-server';

const base = mkdtempSync(join(tmpdir(), 'xlcfg-'));
const workspace = join(base, 'workspace');
const outside = join(base, 'outside');
mkdirSync(join(workspace, 'deep'), { recursive: true });
mkdirSync(outside);
for (const folder of [workspace, outside]) writeFileSync(join(folder, 'vmlinuz'), makeElf({ notes: PV_NOTES }));
writeFileSync(join(base, '.xlcfg.json'), '{ "allowOptions": ["memroy"], "xen": "3.0" }');
symlinkSync(outside, join(workspace, 'link'));
symlinkSync('../../outside/.xlcfg.json', join(workspace, 'deep/.xlcfg.json'));
writeFileSync(join(outside, '.xlcfg.json'), '{ "allowOptions": ["memroy"] }');
after(() => {
  rmSync(base, { recursive: true });
});

const WRONG_KERNEL = 'pvh-kernel-not-pvh';
let count = 0;

function start(isTrusted: boolean | undefined): Promise<ServerSession> {
  const options = isTrusted === undefined ? undefined : { isTrusted };
  return startServer(PULLING, {}, options, [pathToFileURL(workspace).href]);
}

/** Milliseconds in which a file is looked into, also on a slow machine, and between two questions. */
const PATIENCE = 10_000;
const PAUSE = 500;

/** Demands what is found in a config of that text, in a folder of the workspace: at last, because a look can take its time. */
async function expectCodes(server: ServerSession, text: string, expected: readonly string[], folder = ''): Promise<void> {
  count += 1;
  const uri = pathToFileURL(join(workspace, folder, `${count}.cfg`)).href;
  server.open(uri, `name = "a"\nmemory = 512\ntype = "pvh"\n${text}\n`);
  const start = Date.now();
  let codes: readonly (string | undefined)[];
  await server.pullCodes(uri);
  // Where nothing is expected, what comes late would be wrong.
  do {
    await new Promise((resume) => setTimeout(resume, PAUSE));
    codes = await server.pullCodes(uri);
  } while (codes.join() !== expected.join() && Date.now() - start < PATIENCE);
  assert.deepEqual(codes, expected, text);
}

test('kernels of the workspace are looked into, those outside only with trust', async () => {
  const server = await start(false);
  await expectCodes(server, `kernel = "${workspace}/vmlinuz"`, [WRONG_KERNEL]);
  const ways = [`${outside}/vmlinuz`, `${workspace}/link/vmlinuz`, `${workspace}/../outside/vmlinuz`];
  for (const path of ways) await expectCodes(server, `kernel = "${path}"`, []);
  void server.rpc.sendNotification('xlcfg/trusted');
  for (const path of ways) await expectCodes(server, `kernel = "${path}"`, [WRONG_KERNEL]);
  await server.stop();
});

test('a root outside of the workspace counts only with trust', async () => {
  mkdirSync(join(workspace, 'rooted'));
  const roots = { '/up': '../../outside', '/linked': '../link', '/in': '..' };
  writeFileSync(join(workspace, 'rooted/.xlcfg.json'), JSON.stringify({ roots }));
  for (const isTrusted of [false, true]) {
    const server = await start(isTrusted);
    for (const prefix of ['/up', '/linked'])
      await expectCodes(server, `kernel = "${prefix}/vmlinuz"`, isTrusted ? [WRONG_KERNEL] : [], 'rooted');
    await expectCodes(server, 'kernel = "/in/vmlinuz"', [WRONG_KERNEL], 'rooted');
    await server.stop();
  }
});

test('a project file outside of the workspace counts only with trust, which editors have that do not speak of it', async () => {
  for (const isTrusted of [false, true, undefined]) {
    const server = await start(isTrusted);
    const expected = isTrusted === false ? ['unknown-option'] : [];
    for (const folder of ['', 'deep']) await expectCodes(server, 'kernel = "/nowhere"\nmemroy = 1', expected, folder);
    await server.stop();
  }
});

test('a folder that the editor opens later belongs to the workspace', async () => {
  const server = await startServer({ ...PULLING, workspace: { ...PULLING.workspace, workspaceFolders: true } }, {}, { isTrusted: false }, [
    pathToFileURL(workspace).href,
  ]);
  const change = (added: readonly string[], removed: readonly string[]): void => {
    const toFolders = (paths: readonly string[]) => paths.map((path) => ({ uri: pathToFileURL(path).href, name: 'folder' }));
    void server.rpc.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: toFolders(added), removed: toFolders(removed) },
    });
  };
  const kernel = `kernel = "${outside}/vmlinuz"`;
  change([outside], []);
  await expectCodes(server, kernel, [WRONG_KERNEL]);
  change([], [outside]);
  await expectCodes(server, kernel, []);
  await server.stop();
});

test('no project file outside is extended, and no part from there read, without trust', async () => {
  const folder = join(workspace, 'extending');
  mkdirSync(folder);
  const project = { extends: '../../outside/.xlcfg.json', assemble: [{ files: ['../../outside/base.cfg', '*.cfg'] }] };
  writeFileSync(join(folder, '.xlcfg.json'), JSON.stringify(project));
  writeFileSync(join(outside, 'base.cfg'), 'vcpus = 4\n');
  const server = await start(false);
  await expectCodes(server, 'kernel = "/k"\nmemroy = 1\nmaxvcpus = 2', ['unknown-option'], 'extending');
  void server.rpc.sendNotification('xlcfg/trusted');
  await expectCodes(server, 'kernel = "/k"\nmemroy = 1\nmaxvcpus = 2', ['maxvcpus-below-vcpus'], 'extending');
});
