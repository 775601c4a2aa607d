/** Code actions where nothing is wrong, and what can be done about a rule, as editors are offered them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from '../support/language-server';

const URI = 'untitled:web1';
const CONFIRMING = { workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } };

interface Edit {
  readonly newText: string;
  readonly annotationId?: string;
}

interface CodeAction {
  readonly title: string;
  readonly kind: string;
  readonly command?: { readonly command: string; readonly arguments: readonly string[] };
  readonly edit?: Edits;
}

interface Edits {
  readonly changes?: Readonly<Record<string, readonly Edit[]>>;
  readonly documentChanges?: readonly { readonly textDocument: { readonly version: number }; readonly edits: readonly Edit[] }[];
  readonly changeAnnotations?: Readonly<Record<string, { readonly needsConfirmation: boolean; readonly description: string }>>;
}

type Server = Awaited<ReturnType<typeof startServer>>;

function ask(server: Server, line: number, character: number, only?: readonly string[]): Promise<readonly CodeAction[]> {
  const place = { line, character };
  return server.rpc.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: { start: place, end: place },
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  });
}

/** The edit of the last assist of a kind. */
function findEdit(actions: readonly CodeAction[], id: string): Edits {
  return actions.filter(({ kind }) => kind === `refactor.rewrite.${id}`).at(-1)?.edit ?? {};
}

const TEXT = 'name = "a"\ntype = "pv"\nkernel = "/k"\ndisk = [ "/dev/a,raw,xvda,rw" ]\n';

test('assists have a kind of their own, and are kept to the kinds that are wanted', async () => {
  const server = await startServer({});
  server.open(URI, TEXT);
  const all = await ask(server, 3, 12);
  assert.deepEqual(
    all.map(({ kind }) => kind),
    ['refactor.rewrite.diskForm', 'refactor.rewrite.listLines', 'refactor.rewrite.quoteStyle'],
  );
  for (const only of ['refactor', 'refactor.rewrite']) assert.equal((await ask(server, 3, 12, [only])).length, all.length, only);
  assert.equal((await ask(server, 3, 12, ['refactor.rewrite.diskForm'])).length, 1);
  assert.deepEqual(await ask(server, 3, 12, ['quickfix']), []);
  await server.stop();
});

test('a change of the domain is confirmed first, where the editor can ask', async () => {
  const server = await startServer(CONFIRMING);
  server.open(URI, TEXT);
  const { documentChanges = [], changeAnnotations } = findEdit(await ask(server, 1, 2), 'convertType');
  const annotation = changeAnnotations?.['convertType'];
  assert.equal(annotation?.needsConfirmation, true);
  assert.match(annotation.description, /hardware virtualisation/);
  const edits = documentChanges.flatMap((change) => change.edits);
  assert.deepEqual([documentChanges[0]?.textDocument.version, edits.length], [1, 1]);
  assert.deepEqual(new Set(edits.map(({ annotationId }) => annotationId)), new Set(['convertType']));
  const same = findEdit(await ask(server, 3, 12), 'diskForm');
  assert.deepEqual(Object.keys(same.changes ?? {}), [URI], 'what keeps the domain needs no confirmation');
  await server.stop();
});

test('elsewhere it is an edit like others', async () => {
  const server = await startServer({});
  server.open(URI, TEXT);
  const convert = (await ask(server, 1, 2)).find(({ title }) => title === 'Convert to PVH');
  assert.match(convert?.edit?.changes?.[URI]?.[0]?.newText ?? '', /type = "pvh"$/);
  await server.stop();
});

test('the page of a rule is offered to a client that knows the command', async () => {
  for (const rulePages of [true, false]) {
    const server = await startServer({}, {}, { rulePages });
    server.open(URI, 'name = "a"\nkernel = "/k"\nmemroy = 1\n');
    const pages = (await ask(server, 2, 1)).filter(({ command }) => command !== undefined);
    assert.deepEqual(
      pages.map(({ title, command }) => [title, command?.command]),
      rulePages ? [['Explain unknown-option', 'xlcfg.showRulePage']] : [],
    );
    if (rulePages) assert.match(pages[0]?.command?.arguments[0] ?? '', /^file:.*\/docs\/rules\/unknown-option\.md$/);
    await server.stop();
  }
});

test('a rule is explained behind its fixes and before it is switched off', async () => {
  const server = await startServer({}, {}, { rulePages: true });
  server.open(URI, 'name = "a"\nkernel = "/k"\nmemroy = 512\n');
  const titles = (await ask(server, 2, 1)).map(({ title }) => title);
  const explain = titles.indexOf('Explain unknown-option');
  const disable = titles.findIndex((title) => title.startsWith('Disable '));
  assert.ok(titles.findIndex((title) => title.includes('memory')) < explain && explain < disable, titles.join('\n'));
  await server.stop();
});

test('a paste is offered as a device, with the edits that add it', async () => {
  const server = await startServer({});
  server.open(URI, TEXT);
  const place = { line: 4, character: 0 };
  const paste = (text: string): Promise<unknown> =>
    server.rpc.sendRequest('xlcfg/paste', { uri: URI, range: { start: place, end: place }, text });
  assert.deepEqual(await paste('01:00.0 VGA compatible controller: x\n'), {
    title: 'Add to `pci`',
    edits: [{ range: { start: place, end: place }, newText: 'pci = [ "01:00.0" ]' }],
  });
  const end = { line: 3, character: 29 };
  assert.deepEqual(await paste('/dev/b'), {
    title: 'Add to `disk`',
    edits: [{ range: { start: end, end }, newText: ', "format=raw, vdev=xvdb, access=rw, target=/dev/b"' }],
  });
  assert.equal(await paste('hello'), null);
  await server.stop();
});
