/** Layout over the protocol. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { defer, makeUpMachine, PULLING, startOn } from '../support/session-server';

const URI = 'file:///p/a.cfg';
const SPACES = { tabSize: 4, insertSpaces: true };

interface Asked {
  readonly text: string;
  readonly method: string;
  readonly params?: object;
  readonly project?: string;
  readonly settings?: unknown;
}

/** The text after the edits that the server gives. */
async function ask({ text, method, params = {}, project, settings = {} }: Asked): Promise<string> {
  const machine = makeUpMachine();
  if (project !== undefined) machine.project = project;
  const server = await startOn(machine, { configure: () => settings });
  server.open(URI, text);
  const edits = await server.rpc.sendRequest<TextEdit[]>(`textDocument/${method}`, {
    textDocument: { uri: URI },
    options: SPACES,
    ...params,
  });
  await server.stop();
  return TextDocument.applyEdits(TextDocument.create(URI, 'xlcfg', 1, text), edits);
}

test('a document is laid out with the blanks of the editor', async () => {
  const text = 'name="a"\ndisk=["b",\n"c"]\n';
  assert.equal(await ask({ text, method: 'formatting' }), 'name = "a"\ndisk = [\n    "b",\n    "c",\n]\n');
  const tabs = { options: { tabSize: 8, insertSpaces: false } };
  assert.equal(await ask({ text, method: 'formatting', params: tabs }), 'name = "a"\ndisk = [\n\t"b",\n\t"c",\n]\n');
});

test('line ends stay those of the document', async () => {
  const text = 'name="a"\r\n\r\n\r\n\r\n\r\ndisk=["b",\r\n"c"]\r\n';
  assert.equal(await ask({ text, method: 'formatting' }), 'name = "a"\r\n\r\n\r\ndisk = [\r\n    "b",\r\n    "c",\r\n]\r\n');
});

test('the project comes before the settings of the editor, whatever is wrong in these', async () => {
  const text = "a=['x']\n";
  const settings = { format: { quotes: 'double', lists: 'one-per-line', printWidth: 'wide' } };
  assert.equal(await ask({ text, method: 'formatting', settings }), 'a = [\n    "x",\n]\n');
  const project = '{ "format": { "quotes": "preserve" } }';
  assert.equal(await ask({ text, method: 'formatting', settings, project }), "a = [\n    'x',\n]\n");
});

test('a range is laid out', async () => {
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } };
  assert.equal(await ask({ text: 'a=1\nb=2\nc=3\n', method: 'rangeFormatting', params: { range } }), 'a=1\nb = 2\nc=3\n');
});

test('a line end that is typed in a list brings a comma and blanks', async () => {
  const params = { ch: '\n', position: { line: 2, character: 0 } };
  assert.equal(await ask({ text: 'a = [\n    1\n\n]\n', method: 'onTypeFormatting', params }), 'a = [\n    1,\n    \n]\n');
});

test('the server says what it can lay out, and does nothing for documents that are not open', async () => {
  const server = await startOn(makeUpMachine());
  assert.deepEqual(
    ['documentFormattingProvider', 'documentRangeFormattingProvider', 'documentOnTypeFormattingProvider'].map(
      (each) => server.capabilities[each],
    ),
    [true, true, { firstTriggerCharacter: '\n' }],
  );
  assert.deepEqual(
    await server.rpc.sendRequest('textDocument/formatting', { textDocument: { uri: 'file:///p/b.cfg' }, options: SPACES }),
    [],
  );
  await server.stop();
});

test('a request that is taken back ends', async () => {
  const machine = makeUpMachine();
  const found = defer<undefined>();
  machine.findProject = () => found.promise;
  const server = await startOn(machine, { capabilities: PULLING });
  server.open(URI, 'a=1\n');
  const source = new CancellationTokenSource();
  const asked = server.rpc.sendRequest('textDocument/formatting', { textDocument: { uri: URI }, options: SPACES }, source.token);
  source.cancel();
  found.resolve(undefined);
  await assert.rejects(asked, /cancel/i);
  await server.stop();
});
