/** Requests of our own about the domain of a document and about what the host says of it. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { Requests } from '../../protocol/requests';
import { startServer } from '../support/language-server';
import { defer, makeUpMachine, startOn } from '../support/session-server';

const URI = 'untitled:web1';
const TEXT = 'type = "pvh"\nname = "web1"\nkernel = "/k"\nmemory = 512\non_crash = "reboot"\n';

type Reply<Method extends keyof Requests> = Requests[Method]['result'];
type Server = Awaited<ReturnType<typeof startServer>>;

const ask = <Method extends keyof Requests>(server: Server, method: Method, params: Requests[Method]['params']): Promise<Reply<Method>> =>
  server.rpc.sendRequest<Reply<Method>>(method, params);

test('the page on a document follows its text, and has the name of the domain', async () => {
  const server = await startServer({});
  server.open(URI, TEXT);
  const refused = await ask(server, 'xlcfg/explain', { uri: URI });
  assert.match(refused?.markdown ?? '', /refuses this file[^]*Line 5/);
  void server.rpc.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version: 2 },
    contentChanges: [{ range: { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } }, text: '' }],
  });
  const page = await ask(server, 'xlcfg/explain', { uri: URI });
  assert.equal(page?.name, 'web1');
  assert.match(page.markdown, /\| `memory` \| 512 MiB \| line 4 \|/);
  assert.equal(await ask(server, 'xlcfg/explain', { uri: 'untitled:other' }), null);
  await server.stop();
});

test('what xl prints is put where the document causes it', async () => {
  const server = await startServer({});
  server.open(URI, TEXT);
  const log = 'Parsing config from /tmp/x/web1.cfg\nUnknown on_crash action "reboot" specified\n';
  const reply = await ask(server, 'xlcfg/explainRun', { uri: URI, log });
  const [problem, ...others] = reply?.problems ?? [];
  assert.deepEqual(others, []);
  assert.deepEqual([problem?.isWarning, problem?.start, problem?.end], [false, { line: 4, character: 11 }, { line: 4, character: 19 }]);
  assert.match(problem?.message ?? '', /^Unknown on_crash action "reboot" specified\n/);
  assert.match(reply?.markdown ?? '', /What it means/);
  const quiet = await ask(server, 'xlcfg/explainRun', { uri: URI, log: 'Failed to read config file: /etc/xen/xl.conf: No such file\n' });
  assert.deepEqual(quiet?.problems, [], 'what is said of the host is no problem of the config');
  const unplaced = await ask(server, 'xlcfg/explainRun', { uri: URI, log: 'libxl: error: nothing that is known' });
  assert.deepEqual(
    unplaced?.problems.map(({ isWarning, start }) => [isWarning, start]),
    [[false, { line: 0, character: 0 }]],
  );
  await server.stop();
});

test('the running domain is compared', async () => {
  const server = await startServer({});
  server.open(URI, TEXT.replace(/^on_crash.*\n/m, ''));
  const config = {
    c_info: { type: 'pvh', name: 'web1', run_hotplug_scripts: 'True' },
    b_info: { kernel: '/k', target_memkb: 524288, max_memkb: 524288, claim_mode: 'True' },
    on_reboot: 'restart',
    on_soft_reset: 'soft_reset',
  };
  const compare = (listed: unknown): Promise<Reply<'xlcfg/compareRunning'>> =>
    ask(server, 'xlcfg/compareRunning', { uri: URI, listed: JSON.stringify(listed) });
  assert.equal((await compare([{ domid: 1, config }]))?.outcome, 'same');
  const other = await compare([{ domid: 1, config: { ...config, b_info: { ...config.b_info, target_memkb: 262144 } } }]);
  assert.equal(other?.outcome, 'different');
  assert.match(other.markdown, /\| `memory` \| 512 MiB \| 256 MiB \|/);
  assert.deepEqual(await compare([]), {
    markdown: '# File and running domain: `web1`\n\nNo domain `web1` is running.\n',
    summary: 'No domain `web1` is running.',
    outcome: 'not-compared',
  });
  await server.stop();
});

test('nobody waits for a request that was cancelled', async () => {
  const look = defer<{ readonly state: 'missing' }>();
  const machine = makeUpMachine(() => look.promise);
  const server = await startOn(machine);
  server.open('file:///p/a.cfg', TEXT);
  for (const [method, params] of [
    ['xlcfg/explain', {}],
    ['xlcfg/explainRun', { log: 'x' }],
    ['xlcfg/compareRunning', { listed: '[]' }],
    ['xlcfg/setTarget', { xen: '4.17' }],
  ] as const) {
    const source = new CancellationTokenSource();
    const asked = server.rpc.sendRequest(method, { uri: 'file:///p/a.cfg', ...params }, source.token);
    source.cancel();
    await assert.rejects(asked, { code: -32800 }, method);
  }
  look.resolve({ state: 'missing' });
  await server.stop();
});

test('the project file is told the target, with its comments kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xlcfg-'));
  try {
    writeFileSync(join(folder, '.xlcfg.json'), '{\n  // The hosts of rack 1.\n  "xen": "4.9", // old\n  "rules": {}\n}\n');
    const server = await startServer({}, {}, undefined, []);
    const uri = pathToFileURL(join(folder, 'a.cfg')).href;
    const project = pathToFileURL(join(folder, '.xlcfg.json')).href;
    server.open(uri, 'name = "a"\n');
    const edits: { readonly newText: string; readonly range: unknown }[] = [];
    server.rpc.onRequest(
      'workspace/applyEdit',
      ({ edit }: { readonly edit: { readonly changes: Readonly<Record<string, typeof edits>> } }) => {
        edits.push(...(edit.changes[project] ?? []));
        return { applied: true };
      },
    );
    assert.equal(await ask(server, 'xlcfg/setTarget', { uri, xen: '4.17', place: 'project' }), true);
    assert.equal(edits.length, 1);
    assert.match(edits[0]?.newText ?? '', /^[^/{}]*$/, 'comments are not touched');
    assert.equal(await ask(server, 'xlcfg/setTarget', { uri, arch: 'mips', place: 'project' }), false);
    await server.stop();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
