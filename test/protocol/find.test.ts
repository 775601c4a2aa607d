/** Definitions, references, renaming and symbols over the configs of a workspace, as editors ask for them. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { startServer, type ServerSession } from '../support/language-server';
import { defer, makeUpMachine, PULLING, startOn } from '../support/session-server';

interface Position {
  readonly line: number;
  readonly character: number;
}
interface Location {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}
interface Edit {
  readonly range: Location['range'];
  readonly newText: string;
}

const base = mkdtempSync(join(tmpdir(), 'xlcfg-'));
const outside = join(base, 'outside');
const workspace = join(base, 'a folder');
mkdirSync(join(workspace, 'deep'), { recursive: true });
mkdirSync(outside);
const uriOf = (file: string): string => pathToFileURL(join(workspace, file)).href;
const TEXTS: Readonly<Record<string, string>> = {
  'net.cfg': '\uFEFFname = "net"\nmemory = 128\nkernel = "/k"\ndriver_domain = 1\n',
  'web.cfg': 'name = "web"\nmemory = 512\nkernel = "/k"\nvif = [ "bridge=br0,backend=net" ]\n',
  'deep/db.cfg': 'name = "db"\nmemory = 512\nkernel = "/k"\nvif = [ "bridge=br0,backend=net", "bridge=br1" ]\n',
  'notes.txt': 'name = "net"\nmemory = 1\nkernel = "/k"\nvif = [ "bridge=br0" ]\n',
};
for (const [file, text] of Object.entries(TEXTS)) writeFileSync(join(workspace, file), text);
writeFileSync(join(outside, 'far.cfg'), 'name = "far"\nmemory = 512\nkernel = "/k"\nvif = [ "bridge=br0" ]\n');
symlinkSync(outside, join(workspace, 'link'));
symlinkSync(join(outside, 'far.cfg'), join(workspace, 'far.cfg'));
after(() => {
  rmSync(base, { recursive: true });
});

async function start(isTrusted = true): Promise<ServerSession> {
  const server = await startServer(PULLING, {}, { isTrusted }, [pathToFileURL(workspace).href]);
  server.open(uriOf('web.cfg'), TEXTS['web.cfg'] ?? '');
  return server;
}

/** At a word of `web.cfg`. */
function at(word: string): { readonly textDocument: { readonly uri: string }; readonly position: Position } {
  const before = (TEXTS['web.cfg'] ?? '').split(word)[0] ?? '';
  const lines = before.split('\n');
  return { textDocument: { uri: uriOf('web.cfg') }, position: { line: lines.length - 1, character: (lines.at(-1)?.length ?? 0) + 1 } };
}

function show({ uri, range: { start, end } }: Location): string {
  const file = Object.keys(TEXTS).find((each) => uriOf(each) === uri) ?? uri;
  return `${file} ${start.line}:${start.character}-${end.character}`;
}

test('the definition of a driver domain is its config, whose byte order mark is no part of the line', async () => {
  const server = await start();
  const found = await server.rpc.sendRequest<readonly Location[]>('textDocument/definition', at('net"'));
  assert.deepEqual(found.map(show), ['net.cfg 0:8-11']);
  await server.stop();
});

test('a bridge that nothing defines leads to itself, and its references are in all configs', async () => {
  for (const isTrusted of [true, false]) {
    const server = await start(isTrusted);
    const itself = await server.rpc.sendRequest<Location>('textDocument/definition', at('br0'));
    assert.equal(show(itself), 'web.cfg 3:16-19');
    const ask = { ...at('br0'), context: { includeDeclaration: true } };
    const found = await server.rpc.sendRequest<readonly Location[]>('textDocument/references', ask);
    assert.deepEqual(found.map(show), ['web.cfg 3:16-19', 'deep/db.cfg 3:16-19'], 'neither through links nor in other files');
    await server.stop();
  }
});

test('references can leave the definition out', async () => {
  const server = await start();
  const ask = async (includeDeclaration: boolean): Promise<readonly string[]> => {
    const params = { ...at('net"'), context: { includeDeclaration } };
    return (await server.rpc.sendRequest<readonly Location[]>('textDocument/references', params)).map(show).sort();
  };
  assert.deepEqual(await ask(true), ['deep/db.cfg 3:28-31', 'net.cfg 0:8-11', 'web.cfg 3:28-31']);
  assert.deepEqual(await ask(false), ['deep/db.cfg 3:28-31', 'web.cfg 3:28-31']);
  await server.stop();
});

test('what is open counts as it is in the editor, and as it is on disk once it is closed', async () => {
  const server = await start();
  const ask = async (): Promise<readonly string[]> =>
    (
      await server.rpc.sendRequest<readonly Location[]>('textDocument/references', { ...at('br0'), context: { includeDeclaration: true } })
    ).map(show);
  server.open(uriOf('deep/db.cfg'), '# new\nname = "db"\nmemory = 1\nkernel = "/k"\nvif = [ "bridge=br0" ]\n');
  assert.deepEqual(await ask(), ['web.cfg 3:16-19', 'deep/db.cfg 4:16-19']);
  server.change(uriOf('deep/db.cfg'), 2, 'name = "db"\nmemory = 1\nkernel = "/k"\n');
  assert.deepEqual(await ask(), ['web.cfg 3:16-19']);
  server.close(uriOf('deep/db.cfg'));
  assert.deepEqual(await ask(), ['web.cfg 3:16-19', 'deep/db.cfg 3:16-19']);
  await server.stop();
});

test('a file that the editor tells of is read again', async () => {
  const server = await start();
  const file = join(workspace, 'late.cfg');
  const ask = async (): Promise<number> =>
    (await server.rpc.sendRequest<readonly Location[]>('textDocument/references', { ...at('br0'), context: { includeDeclaration: true } }))
      .length;
  assert.equal(await ask(), 2);
  writeFileSync(file, 'name = "late"\nmemory = 1\nkernel = "/k"\nvif = [ "bridge=br0" ]\n');
  void server.rpc.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(file).href, type: 1 }] });
  assert.equal(await ask(), 3);
  rmSync(file);
  void server.rpc.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(file).href, type: 3 }] });
  assert.equal(await ask(), 2);
  await server.stop();
});

test('a domain is renamed in all configs', async () => {
  const server = await start();
  const target = await server.rpc.sendRequest('textDocument/prepareRename', at('net"'));
  assert.deepEqual(target, { range: { start: { line: 3, character: 28 }, end: { line: 3, character: 31 } }, placeholder: 'net' });
  const { changes } = await server.rpc.sendRequest<{ readonly changes: Readonly<Record<string, readonly Edit[]>> }>('textDocument/rename', {
    ...at('net"'),
    newName: 'netdom',
  });
  const shown = Object.entries(changes).flatMap(([uri, edits]) => edits.map(({ range, newText }) => `${show({ uri, range })} ${newText}`));
  assert.deepEqual(shown.sort(), ['deep/db.cfg 3:28-31 netdom', 'net.cfg 0:8-11 netdom', 'web.cfg 3:28-31 netdom']);
  await server.stop();
});

test('only an editor that asks first is told that it can', async () => {
  for (const prepareSupport of [true, false]) {
    const server = await startServer({ textDocument: { rename: { prepareSupport } } });
    assert.deepEqual(server.capabilities['renameProvider'], prepareSupport ? { prepareProvider: true } : true);
    await server.stop();
  }
});

test('what cannot be renamed is refused with a reason', async () => {
  const server = await start();
  const ask = (method: string, params: object): Promise<unknown> => server.rpc.sendRequest(method, params);
  await assert.rejects(ask('textDocument/prepareRename', at('memory')), /`memory` is the name of a setting/);
  await assert.rejects(ask('textDocument/rename', { ...at('net"'), newName: '7' }), /`7` cannot serve as the name of a domain/);
  await assert.rejects(ask('textDocument/rename', { ...at('net"'), newName: 'db' }), /`db` is taken by db\.cfg/);
  await server.stop();
});

test('highlights are those of the file, with definitions as what writes', async () => {
  const server = await start();
  const found = await server.rpc.sendRequest<readonly { readonly kind: number }[]>('textDocument/documentHighlight', at('web"'));
  assert.deepEqual(
    found.map(({ kind }) => kind),
    [3],
  );
  assert.equal(await server.rpc.sendRequest('textDocument/documentHighlight', at('512')), null);
  await server.stop();
});

test('symbols of the workspace are domains, what they define, and what they use once a file', async () => {
  const server = await start();
  const ask = async (query: string): Promise<string[]> => {
    const symbols = await server.rpc.sendRequest<readonly { readonly name: string; readonly containerName: string }[]>('workspace/symbol', {
      query,
    });
    return symbols.map(({ name, containerName }) => `${name} (${containerName})`);
  };
  assert.deepEqual(await ask('NT'), ['net (undefined)']);
  assert.deepEqual((await ask('b')).sort(), ['br0 (db)', 'br0 (web)', 'br1 (db)', 'db (undefined)', 'web (undefined)']);
  assert.deepEqual(await ask('zz'), []);
  await server.stop();
});

test('whoever takes a question back does not wait for the workspace', async () => {
  const slow = defer<readonly never[]>();
  const server = await startOn({ ...makeUpMachine(), listConfigs: () => slow.promise }, { folders: ['file:///p'] });
  server.open('file:///p/a.cfg', 'name = "a"\nmemory = 1\nkernel = "/k"\n');
  const place = { textDocument: { uri: 'file:///p/a.cfg' }, position: { line: 0, character: 9 } };
  const questions: readonly (readonly [string, object])[] = [
    ['textDocument/definition', place],
    ['textDocument/references', { ...place, context: { includeDeclaration: true } }],
    ['textDocument/rename', { ...place, newName: 'b' }],
    ['workspace/symbol', { query: '' }],
  ];
  for (const [method, params] of questions) {
    const source = new CancellationTokenSource();
    const asked = server.rpc.sendRequest(method, params, source.token);
    setTimeout(() => {
      source.cancel();
    }, 20);
    await assert.rejects(asked, /cancelled/, method);
  }
  slow.resolve([]);
  assert.deepEqual((await server.rpc.sendRequest<readonly unknown[]>('workspace/symbol', { query: '' })).length, 1);
  await server.stop();
});

test('folds and selections as lines and nested ranges, also of what nests too deep to be written down', async () => {
  const server = await startServer(PULLING);
  const uri = 'untitled:nested';
  const ask = <Answer>(method: string, params: object): Promise<Answer> =>
    server.rpc.sendRequest(method, { textDocument: { uri }, ...params });
  server.open(uri, '# a\n# b\nvif = [\n  "bridge=a",\n]\n');
  assert.deepEqual(await ask('textDocument/foldingRange', {}), [
    { startLine: 0, endLine: 1, kind: 'comment' },
    { startLine: 2, endLine: 3 },
  ]);
  interface Selection {
    readonly range: Location['range'];
    readonly parent?: Selection;
  }
  const [first] = await ask<readonly Selection[]>('textDocument/selectionRange', { positions: [{ line: 3, character: 11 }] });
  assert.deepEqual(first?.range, { start: { line: 3, character: 10 }, end: { line: 3, character: 11 } });
  assert.deepEqual(first.parent?.range, { start: { line: 3, character: 3 }, end: { line: 3, character: 11 } });
  server.change(uri, 2, `vif = ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`);
  const [deep] = await ask<readonly Selection[]>('textDocument/selectionRange', { positions: [{ line: 0, character: 20_006 }] });
  assert.ok(deep !== undefined);
  assert.ok((await ask<readonly unknown[]>('textDocument/foldingRange', {})).length === 0);
  await server.stop();
});
