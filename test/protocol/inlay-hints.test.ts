/** Inlay hints over the protocol: ranges, switches, the news of changes, and requests that are taken back. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { defer, makeUpMachine, PULLING, startOn } from '../support/session-server';
import type { ServerSession } from '../support/editor-session';

const URI = 'file:///p/a.cfg';
const TEXT = 'name = "a"\nmemory = 16384\nmaxmem = 0777\ndisk = [ "/a,raw,xvda,w" ]\n';

interface Hint {
  readonly position: { readonly line: number; readonly character: number };
  readonly label: string;
}

function askLines(server: ServerSession, first: number, last: number, token = new CancellationTokenSource().token): Promise<Hint[]> {
  const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } };
  return server.rpc.sendRequest('textDocument/inlayHint', { textDocument: { uri: URI }, range }, token);
}

const labels = (hints: readonly Hint[]): readonly string[] => hints.map(({ label }) => label);

test('hints stand in the range that is asked for', async () => {
  const server = await startOn(makeUpMachine());
  assert.equal(server.capabilities['inlayHintProvider'], true);
  server.open(URI, TEXT);
  assert.deepEqual(labels(await askLines(server, 0, 9)), ['PV domain', '16 GiB', '= 511']);
  const [hint, ...others] = await askLines(server, 1, 2);
  assert.deepEqual(others, []);
  assert.deepEqual(hint, { position: { line: 1, character: 14 }, label: '16 GiB', kind: 1, paddingLeft: true });
  await server.stop();
});

test('every switch of the settings is obeyed, with the default that the editor shows', async () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { configuration: { properties: Readonly<Record<string, { default: unknown }>> } };
  };
  const switches = Object.entries(contributes.configuration.properties).filter(([name]) => name.startsWith('xlcfg.inlayHints.'));
  const withMeaning = `${TEXT}tsc_mode = 2\n`;
  const shownBy: Readonly<Record<string, readonly string[]>> = {
    sizes: ['16 GiB'],
    numbers: ['= 511'],
    domainType: ['PV domain'],
    fields: ['target:', 'format:', 'vdev:', 'access:'],
    meanings: ['native'],
  };
  assert.equal(switches.length, Object.keys(shownBy).length);
  for (const [name, { default: isOn }] of switches) {
    const key = name.split('.').at(-1) ?? '';
    let inlayHints: Readonly<Record<string, boolean>> = {};
    const server = await startOn(makeUpMachine(), { configure: () => ({ inlayHints }) });
    server.open(URI, withMeaning);
    const isShown = async (): Promise<boolean> => {
      const seen = labels(await askLines(server, 0, 9));
      return shownBy[key]?.every((label) => seen.includes(label)) === true;
    };
    assert.equal(await isShown(), isOn, name);
    inlayHints = { [key]: isOn !== true };
    void server.rpc.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.equal(await isShown(), isOn !== true, `${name}, changed`);
    await server.stop();
  }
});

test('the editor hears that hints are other ones when settings change', async () => {
  const refreshed = defer<undefined>();
  const capabilities = { ...PULLING, workspace: { ...PULLING.workspace, inlayHint: { refreshSupport: true } } };
  const server = await startOn(makeUpMachine(), { capabilities });
  server.rpc.onRequest('workspace/inlayHint/refresh', () => {
    refreshed.resolve(undefined);
    return null;
  });
  void server.rpc.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await refreshed.promise;
  await server.stop();
});

test('a request that is taken back is answered so', async () => {
  const settings = defer<unknown>();
  const server = await startOn(makeUpMachine(), { configure: () => settings.promise });
  server.open(URI, TEXT);
  const source = new CancellationTokenSource();
  const answer = askLines(server, 0, 9, source.token);
  const refused = assert.rejects(answer, /cancelled/);
  source.cancel();
  settings.resolve({});
  await refused;
  await server.stop();
});
