/** What the project leaves out of the workspace: reports over all configs, and what is named in them. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startServer } from '../support/language-server';
import { PULLING } from '../support/session-server';

const workspace = mkdtempSync(join(tmpdir(), 'xlcfg-'));
after(() => {
  rmSync(workspace, { recursive: true });
});
const uriOf = (file: string): string => pathToFileURL(join(workspace, file)).href;
for (const name of ['web', 'old/gone', 'old/deep/gone2', 'kept/db']) {
  mkdirSync(join(workspace, name, '..'), { recursive: true });
  writeFileSync(join(workspace, `${name}.cfg`), `name = "${name}"\nmemory = 512\nkernel = "/k"\nvif = [ "bridge=br0" ]\n`);
}

async function listDomains(): Promise<readonly string[]> {
  const server = await startServer(PULLING, {}, {}, [pathToFileURL(workspace).href]);
  const { items } = await server.rpc.sendRequest<{ readonly items: readonly { readonly uri: string }[] }>('xlcfg/migration', {});
  await server.stop();
  return items.map(({ uri }) => uri).sort();
}

test('folders and files that the project leaves out are left out', async () => {
  assert.deepEqual(await listDomains(), ['kept/db.cfg', 'old/deep/gone2.cfg', 'old/gone.cfg', 'web.cfg'].map(uriOf));
  writeFileSync(join(workspace, '.xlcfg.json'), '{ "ignore": ["old"] }');
  assert.deepEqual(await listDomains(), ['kept/db.cfg', 'web.cfg'].map(uriOf));
  writeFileSync(join(workspace, 'old/.xlcfg.json'), '{ "ignore": ["gone.cfg"] }');
  assert.deepEqual(await listDomains(), ['kept/db.cfg', 'old/deep/gone2.cfg', 'web.cfg'].map(uriOf), 'the nearest project file holds');
});
