/** The bundled server notices when the files that a config names change. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type ServerSession, startServer } from '../support/language-server';
import { makeElf, PV_NOTES, PVH_NOTE } from '../support/tiny-images';

test('findings follow a kernel that appears, changes in place, is replaced, and goes', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xlcfg-'));
  const uri = pathToFileURL(join(folder, 'a.cfg')).href;
  const kernel = join(folder, 'boot/vmlinuz');
  mkdirSync(join(folder, 'boot'));
  writeFileSync(join(folder, '.xlcfg.json'), '{ "roots": { "/boot": "./boot" } }');
  const server = await startServer({});
  const after = async (change: () => void, codes: readonly string[]): Promise<void> => {
    const reached = reach(server, uri, codes);
    change();
    await reached;
  };
  await after(() => {
    server.open(uri, 'name = "a"\nmemory = 512\ntype = "pvh"\nkernel = "/boot/vmlinuz"\n');
  }, ['file-not-found']);
  await after(() => {
    writeFileSync(kernel, makeElf({ notes: PV_NOTES }));
  }, ['pvh-kernel-not-pvh']);
  await after(() => {
    writeFileSync(kernel, makeElf({ notes: [PVH_NOTE, ...PV_NOTES] }));
  }, []);
  await after(() => {
    writeFileSync(`${kernel}.new`, makeElf({ notes: PV_NOTES }));
    renameSync(`${kernel}.new`, kernel);
  }, ['pvh-kernel-not-pvh']);
  await after(() => {
    rmSync(kernel);
  }, ['file-not-found']);
  await after(() => {
    writeFileSync(kernel, makeElf({ notes: [PVH_NOTE] }));
  }, []);
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** Waits until the diagnostics are those; others may come before. */
async function reach(server: ServerSession, uri: string, codes: readonly string[]): Promise<void> {
  for (;;) {
    const found = (await server.nextDiagnostics(uri)).map(({ code }) => code);
    if (found.join() === codes.join()) return;
  }
}

test('a file whose folder is missing is no trouble', async () => {
  const server = await startServer({});
  const first = server.nextDiagnostics('untitled:a');
  server.open('untitled:a', 'name = "a"\nkernel = "/nowhere/at/all/vmlinuz"\n');
  assert.deepEqual(await first, []);
  await server.stop();
});
