/** Requests that no editor sends: each has an answer, and the server goes on. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { fuzzRuns } from '../support/fuzz-size';
import type { ServerSession } from '../support/editor-session';
import { makeUpMachine, startOn } from '../support/session-server';

const OPEN = 'file:///p/a.cfg';
const TEXT = [
  '# xlcfg: xen=4.17',
  'name = "web1"',
  'type = "hvm"',
  'kernel = "/boot/vmlinuz"',
  'memroy = 0512',
  'disk = [ "phy:/dev/vg/a,xvda,w", \'format=raw, vdev=xvdb, access=ro, target=/a\' ]',
  'vif = [ "bridge=xenbr0,mac=00:16:3e:00:00:01" ]',
  'pci = [ "01:00.0" ]',
  'serial = [ "pty',
].join('\n');

const number = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 60 }) },
  fc.constantFrom(-1, -0.5, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, NaN, Infinity),
);
const junk = fc.oneof(fc.constantFrom(null, true, '', 'x', [], {}, 0, -1), fc.jsonValue({ maxDepth: 2 }));
/** What is right nearly always, and something else now and then. */
const mostly = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: junk });

const uri = mostly(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(OPEN) },
    fc.constantFrom('untitled:none', 'file:///p/none.cfg', 'file://host/share/a.cfg', 'file:///%zz', 'http://x', ''),
    fc.string(),
  ),
);
const position = mostly(fc.record({ line: mostly(number), character: mostly(number) }));
const range = mostly(fc.record({ start: position, end: position }));
const textDocument = mostly(fc.record({ uri }));
const kinds = mostly(fc.array(mostly(fc.constantFrom('quickfix', 'source', 'source.fixAll', 'source.fixAll.xlcfg', ''))));

const params = (parts: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> =>
  mostly(fc.record(parts, { requiredKeys: [] }));
const atPosition = params({ textDocument, position });

const answersToDomain = params({ type: mostly(fc.string()), name: mostly(fc.string()), memory: junk });

const REQUESTS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'textDocument/completion': atPosition,
  'textDocument/hover': atPosition,
  'textDocument/signatureHelp': atPosition,
  'completionItem/resolve': params({
    label: mostly(fc.string()),
    data: params({ option: mostly(fc.constantFrom('memory', 'x', '__proto__')), xen: mostly(fc.constantFrom('4.17', 'x')), arch: junk }),
  }),
  'textDocument/semanticTokens/full': params({ textDocument }),
  'textDocument/semanticTokens/range': params({ textDocument, range }),
  'textDocument/documentSymbol': params({ textDocument }),
  'textDocument/documentLink': params({ textDocument }),
  'textDocument/inlayHint': params({ textDocument, range }),
  'textDocument/codeLens': params({ textDocument }),
  'textDocument/codeAction': params({ textDocument, range, context: params({ diagnostics: junk, only: kinds }) }),
  'textDocument/diagnostic': params({ textDocument }),
  'xlcfg/detect': params({ text: mostly(fc.string()) }),
  'xlcfg/target': params({ uri }),
  'xlcfg/inspectImage': params({ file: uri, uri }),
  'xlcfg/migration': params({ uri }),
  'xlcfg/newDomain': params({ uri, answers: answersToDomain, asked: mostly(fc.array(mostly(fc.constantFrom('type', 'boot', 'x')))) }),
  'xlcfg/checkAnswers': params({ uri, answers: answersToDomain }),
};

const version = mostly(number);
const change = params({ range, text: mostly(fc.string()) });
const folders = fc.array(fc.record({ uri: fc.constantFrom('file:///p', 'file://host/x', 'x'), name: fc.string() }), { maxLength: 2 });
const NOTIFICATIONS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'textDocument/didOpen': params({ textDocument: params({ uri, languageId: junk, version, text: mostly(fc.string()) }) }),
  'textDocument/didChange': params({ textDocument: params({ uri, version }), contentChanges: mostly(fc.array(change, { maxLength: 3 })) }),
  'textDocument/didClose': params({ textDocument }),
  'textDocument/didSave': params({ textDocument }),
  'workspace/didChangeConfiguration': params({ settings: junk }),
  'workspace/didChangeWatchedFiles': params({ changes: junk }),
  'workspace/didChangeWorkspaceFolders': fc.record({ event: fc.record({ added: folders, removed: folders }) }),
  'xlcfg/trusted': junk,
};

interface Message {
  readonly isRequest: boolean;
  readonly method: string;
  readonly value: unknown;
}

const messages = (isRequest: boolean, all: typeof REQUESTS): readonly fc.Arbitrary<Message>[] =>
  Object.entries(all).map(([method, arbitrary]) => arbitrary.map((value) => ({ isRequest, method, value })));
const session = fc.array(fc.oneof(...messages(true, REQUESTS), ...messages(true, REQUESTS), ...messages(false, NOTIFICATIONS)), {
  minLength: 1,
  maxLength: 12,
});

/** Methods whose parameters are no object go as lists. */
const toParams = (value: unknown): object | undefined => (typeof value === 'object' && value !== null ? value : [value]);

for (const abilities of ['pulls', 'pushes'] as const) {
  let server: ServerSession;

  before(async () => {
    const editor = {
      folders: ['file:///p'],
      ...(abilities === 'pushes' ? { capabilities: { workspace: { workspaceFolders: true } } } : {}),
    };
    server = await startOn(
      makeUpMachine(() => Promise.resolve({ state: 'missing' })),
      editor,
    );
  });
  after(() => server.stop());

  test(`an editor that ${abilities} and talks nonsense is answered each time`, async () => {
    await fc.assert(
      fc.asyncProperty(session, async (talk) => {
        server.open(OPEN, TEXT);
        await Promise.all(
          talk.map(async ({ isRequest, method, value }) => {
            if (!isRequest) return server.rpc.sendNotification(method, toParams(value));
            // An error is an answer too.
            return server.rpc.sendRequest(method, toParams(value)).catch((error: unknown) => {
              assert.ok(error instanceof Error);
            });
          }),
        );
        server.close(OPEN);
        server.open(OPEN, TEXT);
        const hover = await server.rpc.sendRequest('textDocument/hover', {
          textDocument: { uri: OPEN },
          position: { line: 1, character: 1 },
        });
        assert.match(JSON.stringify(hover), /\*\*name\*\*/);
        server.close(OPEN);
      }),
      fuzzRuns(60),
    );
  });
}
