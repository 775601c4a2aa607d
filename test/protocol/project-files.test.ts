/** The project file in the eyes of an editor that watches nothing: its changes count, and its mistakes are shown in it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type ServerSession, startServer } from '../support/language-server';

let folder = '';
let server: ServerSession;

async function start(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'xlcfg-'));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  mkdirSync(join(folder, 'domains'));
  server = await startServer({});
}

function uriOf(path: string): string {
  return pathToFileURL(join(folder, path)).href;
}

/** Waits until the codes or messages of a file are those; others may come before. */
async function reach(path: string, wanted: readonly string[], change: () => void): Promise<void> {
  const isReached = (async () => {
    for (;;) {
      const found = await server.nextDiagnostics(uriOf(path));
      if (found.map(({ code, message }) => code ?? message).join() === wanted.join()) return;
    }
  })();
  change();
  await isReached;
}

test(
  'a project file that appears, changes, is replaced and goes is seen without any event of the editor',
  { timeout: 60_000 },
  async () => {
    await start();
    const allowing = '{ "allowOptions": ["memroy"] }';
    const project = join(folder, '.xlcfg.json');
    const nearer = join(folder, 'domains/.xlcfg.json');
    const config = 'domains/a.cfg';
    await reach(config, ['unknown-option'], () => {
      server.open(uriOf(config), 'name = "a"\nkernel = "/k"\nmemroy = 1\n');
    });
    await reach(config, [], () => {
      writeFileSync(project, allowing);
    });
    await reach(config, ['unknown-option'], () => {
      writeFileSync(nearer, '{}');
    });
    await reach(config, [], () => {
      writeFileSync(`${nearer}.new`, allowing);
      renameSync(`${nearer}.new`, nearer);
    });
    writeFileSync(project, '{}');
    await reach(config, ['unknown-option'], () => {
      rmSync(nearer);
    });
  },
);

test('mistakes in a project file are problems of that file, as long as an open document uses it', { timeout: 60_000 }, async () => {
  await start();
  const project = join(folder, '.xlcfg.json');
  writeFileSync(project, '{\n  "xen": "3.0"\n}\n');
  const shown = server.nextDiagnostics(uriOf('.xlcfg.json'));
  server.open(uriOf('a.cfg'), 'name = "a"\n');
  const [problem, ...others] = await shown;
  assert.deepEqual(others, []);
  assert.match(problem?.message ?? '', /xen/);
  assert.deepEqual(problem?.range, { start: { line: 1, character: 9 }, end: { line: 1, character: 14 } });
  const gone = server.nextDiagnostics(uriOf('.xlcfg.json'));
  writeFileSync(project, '{ "xen": "4.17" }');
  assert.deepEqual(await gone, []);
  const again = server.nextDiagnostics(uriOf('.xlcfg.json'));
  writeFileSync(project, '{');
  assert.ok((await again).length > 0);
  const closed = server.nextDiagnostics(uriOf('.xlcfg.json'));
  server.close(uriOf('a.cfg'));
  assert.deepEqual(await closed, []);
});
