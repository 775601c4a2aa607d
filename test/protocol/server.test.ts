/** The bundled server, spoken to as editors speak to it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Requests } from '../../protocol/requests';
import { type PushedDiagnostic, startServer } from '../support/language-server';

const URI = 'untitled:web1';
const PULLING = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } },
};

interface CompletionItem {
  readonly label: string;
  readonly textEdit: { readonly newText: string };
  readonly command?: { readonly command: string };
  readonly documentation?: { readonly value: string };
}

interface CodeAction {
  readonly title: string;
  readonly kind: string;
  readonly edit: { readonly changes: Readonly<Record<string, readonly { readonly newText: string }[]>> };
}

test('a client that cannot pull gets diagnostics pushed, again after each change, and none when it closes', async () => {
  const server = await startServer({});
  assert.equal(server.capabilities['diagnosticProvider'], undefined);
  const first = server.nextDiagnostics(URI);
  server.open(URI, 'name = "a"\nkernel = "/k"\nmemroy = 1\n');
  const [diagnostic, ...others] = await first;
  assert.deepEqual(others, []);
  assert.deepEqual([diagnostic?.code, diagnostic?.severity, diagnostic?.range.start], ['unknown-option', 2, { line: 2, character: 0 }]);
  assert.ok(existsSync(fileURLToPath(diagnostic?.codeDescription.href ?? '')), 'the link leads to the page of the rule');
  const second = server.nextDiagnostics(URI);
  void server.rpc.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version: 2 },
    contentChanges: [{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 6 } }, text: 'memory' }],
  });
  assert.deepEqual(await second, []);
  await server.stop();
});

test('a client that pulls gets a report, under the settings that it is asked for', async () => {
  const server = await startServer(PULLING, { xenVersion: '4.9', rules: { 'option-too-new': 'error' } });
  server.open(URI, 'name = "a"\nkernel = "/k"\ndm_restrict = 1\n');
  const report = await server.rpc.sendRequest<{ readonly items: readonly PushedDiagnostic[] }>('textDocument/diagnostic', {
    textDocument: { uri: URI },
  });
  assert.deepEqual(
    report.items.map(({ code, severity }) => [code, severity]),
    [
      ['option-ignored-for-type', 2],
      ['option-too-new', 1],
    ].filter(([code]) => code === 'option-too-new'),
  );
  await server.stop();
});

test('settings of a client that cannot be asked come at the start and with changes', async () => {
  const server = await startServer({}, {}, { rules: { 'unknown-option': 'off' } });
  const first = server.nextDiagnostics(URI);
  server.open(URI, 'name = "a"\nkernel = "/k"\nmemroy = 1\n');
  assert.deepEqual(await first, []);
  const second = server.nextDiagnostics(URI);
  void server.rpc.sendNotification('workspace/didChangeConfiguration', { settings: { xlcfg: { rules: {} } } });
  assert.deepEqual(
    (await second).map(({ code }) => code),
    ['unknown-option'],
  );
  await server.stop();
});

test('the project file beside a config counts, and its changes do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xlcfg-'));
  const uri = pathToFileURL(join(folder, 'a.cfg')).href;
  writeFileSync(join(folder, '.xlcfg.json'), '{ "allowOptions": ["memroy"] }');
  const server = await startServer({});
  const first = server.nextDiagnostics(uri);
  server.open(uri, 'name = "a"\nkernel = "/k"\nmemroy = 1\n');
  assert.deepEqual(await first, []);
  writeFileSync(join(folder, '.xlcfg.json'), '{}');
  const second = server.nextDiagnostics(uri);
  void server.rpc.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
  assert.deepEqual(
    (await second).map(({ code }) => code),
    ['unknown-option'],
  );
  await server.stop();
  rmSync(folder, { recursive: true });
});

test('an empty file has no error while it is open', async () => {
  const server = await startServer({});
  const diagnostics = server.nextDiagnostics(URI);
  server.open(URI, '# a domain\n');
  assert.deepEqual(await diagnostics, []);
  await server.stop();
});

test('the next list opens by itself where the client knows how', async () => {
  const commandsFor = async (options: unknown, capabilities: unknown): Promise<readonly (string | undefined)[]> => {
    const server = await startServer(capabilities, {}, options);
    server.open(URI, 'name = "a"\n');
    const place = { textDocument: { uri: URI }, position: { line: 1, character: 0 } };
    const items = await server.rpc.sendRequest<readonly CompletionItem[]>('textDocument/completion', place);
    await server.stop();
    return ['disk', 'name'].map((label) => items.find((item) => item.label === label)?.command?.command);
  };
  assert.deepEqual(await commandsFor({ suggestAgain: true }, PULLING), ['editor.action.triggerSuggest', undefined]);
  assert.deepEqual(await commandsFor({}, PULLING), [undefined, undefined]);
  assert.deepEqual(await commandsFor({ suggestAgain: true }, {}), [undefined, undefined], 'plain text leaves the cursor elsewhere');
});

test('completion with documentation on demand, hover, symbols, actions and the target', async () => {
  const server = await startServer(PULLING);
  server.open(URI, 'type = "hvm"\nname = "a"\nbuilder = "hvm"\nme\n');
  const document = { textDocument: { uri: URI } };
  const at = (line: number, character: number) => ({ ...document, position: { line, character } });
  const items = await server.rpc.sendRequest<readonly CompletionItem[]>('textDocument/completion', at(3, 2));
  const memory = items.find(({ label }) => label === 'memory');
  assert.equal(memory?.textEdit.newText, 'memory = ${1:1024}');
  assert.equal(memory.documentation, undefined);
  const resolved = await server.rpc.sendRequest<CompletionItem>('completionItem/resolve', memory);
  assert.match(resolved.documentation?.value ?? '', /^\*\*memory\*\*/);
  const hover = await server.rpc.sendRequest<{ readonly contents: { readonly value: string } }>('textDocument/hover', at(0, 1));
  assert.match(hover.contents.value, /^\*\*type\*\*/);
  const symbols = await server.rpc.sendRequest<readonly { readonly name: string }[]>('textDocument/documentSymbol', document);
  assert.deepEqual(
    symbols.map(({ name }) => name),
    ['type', 'name', 'builder'],
  );
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } };
  const quick = await server.rpc.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
    ...document,
    range,
    context: { diagnostics: [] },
  });
  assert.ok(quick.every(({ kind }) => kind === 'quickfix') && quick.length > 0);
  const target = await server.rpc.sendRequest<{ readonly xen: string; readonly source: string }>('xlcfg/target', { uri: URI });
  assert.deepEqual([target.xen, target.source], ['4.22', 'default']);
  assert.equal(await server.rpc.sendRequest('xlcfg/detect', { text: 'name = "a"\nmemory = 1\nvcpus = 2\ndisk = []\n' }), 'config');
  await server.stop();
});

test('the target says from which option the architecture follows', async () => {
  const server = await startServer(PULLING);
  server.open(URI, 'name = "ivi"\ndevice_tree = "/boot/ivi.dtb"\n');
  const { arch, archOption } = await server.rpc.sendRequest<Readonly<Record<string, string>>>('xlcfg/target', { uri: URI });
  assert.deepEqual([arch, archOption], ['arm', 'device_tree']);
  await server.stop();
});

test('the name of a file says what kind of file it is, and whose options its items explain', async () => {
  const server = await startServer(PULLING);
  const uri = 'file:///etc/xen/xl.conf';
  server.open(uri, 'max_');
  const { file } = await server.rpc.sendRequest<Readonly<Record<string, string>>>('xlcfg/target', { uri });
  assert.equal(file, 'xl.conf');
  const items = await server.rpc.sendRequest<readonly { readonly label: string }[]>('textDocument/completion', {
    textDocument: { uri },
    position: { line: 0, character: 4 },
  });
  const item = items.find(({ label }) => label === 'max_grant_frames');
  const { documentation } = await server.rpc.sendRequest<{ readonly documentation: { readonly value: string } }>(
    'completionItem/resolve',
    item,
  );
  assert.match(documentation.value, /Section \| xl\.conf/);
  await server.stop();
});

test('the server makes the edit that changes the target, and the editor may refuse it', async () => {
  const server = await startServer(PULLING);
  server.open(URI, '# xlcfg: xen=4.9 fragment\nmemory = 512\n');
  const edits: unknown[] = [];
  server.rpc.onRequest('workspace/applyEdit', ({ edit }: { readonly edit: { readonly changes: Readonly<Record<string, unknown>> } }) => {
    edits.push(edit.changes[URI]);
    return { applied: edits.length === 1 };
  });
  const change = (xen: string) => server.rpc.sendRequest('xlcfg/setTarget', { uri: URI, xen, arch: 'arm' });
  assert.equal(await change('4.17'), true);
  assert.equal(await change('4.18'), false);
  assert.equal(await change('3.0'), false, 'no such release');
  const range = (start: number, end: number) => ({ start: { line: 0, character: start }, end: { line: 0, character: end } });
  assert.deepEqual(edits[0], [
    { range: range(9, 16), newText: 'xen=4.17' },
    { range: range(25, 25), newText: ' arch=arm' },
  ]);
  assert.equal(edits.length, 2);
  await server.stop();
});

test('all safe fixes come as one source action', async () => {
  const server = await startServer(PULLING);
  server.open(URI, 'builder = "hvm"\nname = "a"\nmemory = 512\n');
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const actions = await server.rpc.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: URI },
    range,
    context: { diagnostics: [], only: ['source.fixAll'] },
  });
  assert.deepEqual(
    actions.map(({ kind, edit }) => [kind, edit.changes[URI]?.[0]?.newText]),
    [['source.fixAll.xlcfg', 'type = "hvm"\nname = "a"\nmemory = 512\n']],
  );
  await server.stop();
});

test('requests for documents that are not open, and for huge ones, are answered', async () => {
  const server = await startServer(PULLING);
  assert.equal(
    await server.rpc.sendRequest('textDocument/hover', { textDocument: { uri: 'untitled:none' }, position: { line: 0, character: 0 } }),
    null,
  );
  server.open(URI, 'x'.repeat(5 * 1024 * 1024));
  const report = await server.rpc.sendRequest<{ readonly items: readonly unknown[] }>('textDocument/diagnostic', {
    textDocument: { uri: URI },
  });
  assert.deepEqual(report.items, []);
  await server.stop();
});

test('an editor that refuses what the server sends by itself does not end it', async () => {
  const server = await startServer(PULLING);
  server.rpc.onRequest('workspace/diagnostic/refresh', () => {
    throw new Error('There is nothing to refresh');
  });
  void server.rpc.sendNotification('workspace/didChangeConfiguration', { settings: null });
  server.open(URI, 'name = "a"\nmemroy = 1\nkernel = "/k"\n');
  assert.deepEqual(await server.pullCodes(URI), ['unknown-option']);
  await new Promise((resume) => setTimeout(resume, 200));
  assert.deepEqual(await server.pullCodes(URI), ['unknown-option']);
  await server.stop();
});

test('without a transport it says how to call it', () => {
  const { status, stderr } = spawnSync(process.execPath, [resolve('dist/server.js')], { encoding: 'utf8' });
  assert.equal(status, 2);
  assert.match(stderr, /--stdio/);
});

test('signatures, colours and names of other configs reach the editor', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xlcfg-'));
  try {
    writeFileSync(join(folder, 'other.cfg'), 'name = "o"\nkernel = "/k"\nmemory = 1\nvif = [ "bridge=br-dmz" ]\n');
    const server = await startServer(PULLING, {}, undefined, [pathToFileURL(folder).href]);
    server.open(URI, 'name = "a"\nkernel = "/k"\nvif = [ "bridge=" ]\n');
    const place = { textDocument: { uri: URI }, position: { line: 2, character: 16 } };
    const help = await server.rpc.sendRequest<{
      readonly signatures: readonly { readonly parameters: readonly { readonly label: string }[] }[];
      readonly activeParameter: number;
    }>('textDocument/signatureHelp', place);
    assert.equal(help.signatures[0]?.parameters[help.activeParameter]?.label, 'bridge=…');
    const tokens = await server.rpc.sendRequest<{ readonly data: readonly number[] }>('textDocument/semanticTokens/full', {
      textDocument: { uri: URI },
    });
    assert.deepEqual(tokens.data.slice(-5), [0, 9, 6, 1, 0]);
    const items = await server.rpc.sendRequest<readonly CompletionItem[]>('textDocument/completion', place);
    assert.deepEqual(items.map(({ label }) => label).sort(), ['br-dmz', 'xenbr0']);
    await server.stop();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('messages of xl are explained, with the place in the document that causes them', async () => {
  const server = await startServer({});
  server.open(URI, 'type = "hvm"\nname = "a"\npci = [ "02:00.0" ]\n');
  const log = 'libxl: error: libxl_pci.c:1688:f: Domain 3:PCI device 0:2:0.0 is not assignable';
  const reply = await server.rpc.sendRequest<Requests['xlcfg/explainErrors']['result']>('xlcfg/explainErrors', { log, uri: URI });
  assert.deepEqual(reply.place, { line: 2, character: 9 });
  assert.match(reply.markdown, /pciback.* \(line 3\)/);
  const alone = await server.rpc.sendRequest<Requests['xlcfg/explainErrors']['result']>('xlcfg/explainErrors', { log });
  assert.equal(alone.place, null);
  await server.stop();
});
