/**
 * Edits, requests and all else that an editor sends, in any order and without waiting: the server ends up where one that only ever
 * saw the last text is, and no answer points outside of the text that the editor has.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { CancellationTokenSource, ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';
import { type Range, TextDocument } from 'vscode-languageserver-textdocument';
import { fuzzRuns } from '../support/fuzz-size';
import { type ServerSession, startServer } from '../support/language-server';
import { PULLING } from '../support/session-server';

const folder = mkdtempSync(join(tmpdir(), 'xlcfg-'));
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
const [EDITED, FRESH] = [uriOf('a.cfg'), uriOf('b.cfg')];
const PROJECT = join(folder, '.xlcfg.json');

const TEXT = [
  'name = "web1"',
  'type = "pvh"',
  'memroy = 0512',
  'disk = [ "phy:/dev/vg/a,xvda,w", \'format=raw, vdev=xvdb, access=ro, target=/a\' ]',
  'vif = [ "bridge=xenbr0,mac=00:16:3e:00:00:01", ]',
  '',
].join('\r\n');

const PIECES = [
  '\n',
  '\r\n',
  '\r',
  '"',
  "'",
  '[',
  ']',
  ',',
  '=',
  '\u{1f600}',
  '\ud83d',
  '\ude00',
  '\ufeff',
  '#',
  'memory = 512\n',
  'vif = [ "',
  '{{ x }}',
];
const PROJECTS = ['{}', '{ "allow": { "options": ["memroy"] } }', '{ "xen": "4.10" }', '{ "rules": { "unknown-option": "error" } }', '{'];
const SETTINGS = [{}, { xenVersion: '4.9' }, { rules: { 'unknown-option': 'off' } }, { inlayHints: { sizes: false } }, null];

const place = fc.record({
  line: fc.oneof({ weight: 9, arbitrary: fc.nat(8) }, fc.constantFrom(1000, 2 ** 31 - 1)),
  character: fc.oneof({ weight: 9, arbitrary: fc.nat(60) }, fc.constantFrom(5000, 2 ** 31 - 1)),
});
const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5, unit: 'binary' }));
const edit = fc.record({
  range: fc.record({ start: place, end: place }),
  text: fc.array(piece, { maxLength: 4 }).map((all) => all.join('')),
});

type Edit = { readonly range: Range; readonly text: string };
type Step =
  | { readonly kind: 'edit'; readonly edits: readonly Edit[] }
  | { readonly kind: 'ask'; readonly method: keyof typeof QUESTIONS; readonly place: Range['start']; readonly isCancelled: boolean }
  | { readonly kind: 'reopen' | 'settings' | 'project' | 'wait'; readonly choice: number };

/** What each question needs beside the document and a place. */
const QUESTIONS = {
  'textDocument/hover': () => ({}),
  'textDocument/completion': () => ({}),
  'textDocument/signatureHelp': () => ({}),
  'textDocument/definition': () => ({}),
  'textDocument/references': () => ({ context: { includeDeclaration: true } }),
  'textDocument/documentHighlight': () => ({}),
  'textDocument/prepareRename': () => ({}),
  'textDocument/documentSymbol': () => ({}),
  'textDocument/documentLink': () => ({}),
  'textDocument/foldingRange': () => ({}),
  'textDocument/selectionRange': (at: Range['start']) => ({ positions: [at] }),
  'textDocument/semanticTokens/full': () => ({}),
  'textDocument/diagnostic': () => ({}),
  'textDocument/formatting': () => ({ options: { tabSize: 2, insertSpaces: true } }),
  'textDocument/inlayHint': (at: Range['start']) => ({ range: { start: { line: 0, character: 0 }, end: at } }),
  'textDocument/codeAction': (at: Range['start']) => ({ range: { start: at, end: at }, context: { diagnostics: [] } }),
} satisfies Record<string, (at: Range['start']) => object>;
const METHODS = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[];

const ask = fc.record({ kind: fc.constant('ask' as const), method: fc.constantFrom(...METHODS), place, isCancelled: fc.boolean() });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) => ({ kind: 'edit' as const, edits })) },
  { weight: 4, arbitrary: ask },
  fc.record({ kind: fc.constantFrom('reopen' as const, 'settings' as const, 'project' as const, 'wait' as const), choice: fc.nat(4) }),
);

/** Everything in an answer that looks like a range of the document itself. */
function* rangesIn(value: unknown): Generator<Range> {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value && !('newText' in value)) yield value as Range;
  for (const inner of Object.values(value)) yield* rangesIn(inner);
}

/** Whether all that an answer points at is there in a text. */
function isInside(document: TextDocument, answer: unknown): boolean {
  const isThere = (position: Range['start']): boolean => isDeepStrictEqual(document.positionAt(document.offsetAt(position)), position);
  return [...rangesIn(answer)].every(({ start, end }) => isThere(start) && isThere(end));
}

let server: ServerSession;
let settings: unknown = {};

after(() => {
  rmSync(folder, { recursive: true });
});

/** Ids differ from answer to answer. */
function withoutIds(key: string, value: unknown): unknown {
  return key === 'resultId' ? undefined : value;
}

/** Answers to all questions about a document as it is now. */
async function askAll(uri: string, at: Range['start']): Promise<Readonly<Record<string, unknown>>> {
  const answers = METHODS.map(async (method) => {
    const params = { textDocument: { uri }, position: at, ...QUESTIONS[method](at) };
    const answer: unknown = await server.rpc.sendRequest(method, params).catch((error: unknown) => String(error));
    return [method, JSON.parse(JSON.stringify(answer ?? null, withoutIds).replaceAll(uri, 'URI'))] as const;
  });
  return Object.fromEntries(await Promise.all(answers));
}

test('whatever happens while questions are open, the last text counts', async () => {
  server = await startServer(PULLING, { toJSON: () => settings }, undefined, [pathToFileURL(folder).href]);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), place, async (steps, at) => {
      let document = TextDocument.create(EDITED, 'xlcfg', 1, TEXT);
      let version = 1;
      server.open(EDITED, TEXT);
      const versions = [document];
      const open: Promise<unknown>[] = [];
      for (const each of steps) {
        if (each.kind === 'edit') {
          version += 1;
          // Another document for each edit, because what is edited again and again is what may go wrong.
          for (const one of each.edits)
            document = TextDocument.create(
              EDITED,
              'xlcfg',
              version,
              TextDocument.applyEdits(document, [{ range: one.range, newText: one.text }]),
            );
          versions.push(document);
          void server.rpc.sendNotification('textDocument/didChange', {
            textDocument: { uri: EDITED, version },
            contentChanges: each.edits,
          });
        } else if (each.kind === 'ask') {
          const source = new CancellationTokenSource();
          const params = { textDocument: { uri: EDITED }, position: each.place, ...QUESTIONS[each.method](each.place) };
          const { method } = each;
          const first = versions.length - 1;
          const answered = server.rpc.sendRequest(method, params, source.token).then(
            (answer) => {
              const since = versions.slice(first);
              assert.ok(
                since.some((one) => method === 'textDocument/codeAction' || isInside(one, answer)),
                `${method} of ${JSON.stringify(since.map((one) => one.getText()))}`,
              );
            },
            (error: unknown) => {
              // To take a request back, and to rename what has no name, is answered with an error too.
              assert.ok(error instanceof ResponseError && error.code !== ErrorCodes.InternalError, String(error));
            },
          );
          open.push(answered);
          if (each.isCancelled) source.cancel();
        } else if (each.kind === 'reopen') {
          server.close(EDITED);
          server.open(EDITED, document.getText());
        } else if (each.kind === 'settings') {
          settings = SETTINGS[each.choice];
          void server.rpc.sendNotification('workspace/didChangeConfiguration', { settings: null });
        } else if (each.kind === 'project') {
          writeFileSync(PROJECT, PROJECTS[each.choice] ?? '');
          void server.rpc.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(PROJECT).href, type: 2 }] });
        } else await new Promise((resolve) => setTimeout(resolve, each.choice));
      }
      await Promise.all(open);
      const answers = await askAll(EDITED, at);
      server.close(EDITED);
      server.open(FRESH, document.getText());
      const fresh = await askAll(FRESH, at);
      server.close(FRESH);
      assert.deepEqual(answers, fresh, JSON.stringify(document.getText()));
      for (const [method, answer] of Object.entries(answers)) {
        assert.ok(method === 'textDocument/codeAction' || isInside(document, answer), `${method} of ${JSON.stringify(document.getText())}`);
      }
    }),
    fuzzRuns(60),
  );
  await server.stop();
});
