/** The project file in the eyes of an editor that watches nothing: its changes count, and its mistakes are shown in it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction } from 'vscode-languageserver';
import { type ServerSession, startServer } from '../support/language-server';

let folder = '';
let server: ServerSession;

async function start(capabilities: unknown = {}): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'xlcfg-'));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  mkdirSync(join(folder, 'domains'));
  server = await startServer(capabilities);
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

/** The edits that allow the names of the first line, which the editor is offered. */
async function offeredEdits(): Promise<readonly unknown[]> {
  const actions = await server.rpc.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: uriOf('a.cfg') },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics: [] },
  });
  return actions.filter(({ title }) => title === 'Allow `coproc`, `vgt` in .xlcfg.json').map(({ edit }) => edit);
}

const VENDOR_CONFIG = 'coproc = []\nname = "a"\nkernel = "/k"\nvgt = 1\n';

test('names that a project allows are written into its file', { timeout: 60_000 }, async () => {
  await start();
  writeFileSync(join(folder, '.xlcfg.json'), '{\n  "allowOptions": [\n    "x"\n  ]\n}\n');
  server.open(uriOf('a.cfg'), VENDOR_CONFIG);
  const place = { line: 2, character: 7 };
  const edit = { range: { start: place, end: place }, newText: ',\n    "coproc",\n    "vgt"' };
  const [offered, ...others] = await offeredEdits();
  assert.deepEqual([offered, others], [{ changes: { [uriOf('.xlcfg.json')]: [edit] } }, []]);
});

test('a key of a device string is allowed where it stands', { timeout: 60_000 }, async () => {
  await start({ workspace: { workspaceEdit: { resourceOperations: ['create'] } } });
  server.open(uriOf('a.cfg'), 'name = "a"\nkernel = "/k"\nvif = [ "qos=5" ]\n');
  const actions = await server.rpc.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: uriOf('a.cfg') },
    range: { start: { line: 2, character: 10 }, end: { line: 2, character: 10 } },
    context: { diagnostics: [] },
  });
  const allowing = actions.find(({ title }) => title === 'Allow `qos` in .xlcfg.json');
  const edits = allowing?.edit?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : [])) ?? [];
  const [text] = edits.flatMap((edit) => ('newText' in edit ? [edit.newText] : []));
  assert.deepEqual(JSON.parse(text ?? ''), { allow: { vif: { keys: ['qos'] } } });
});

test('where there is no project file one is made', { timeout: 60_000 }, async () => {
  await start({ workspace: { workspaceEdit: { resourceOperations: ['create'] } } });
  server.open(uriOf('a.cfg'), VENDOR_CONFIG);
  const [offered] = await offeredEdits();
  const { documentChanges } = offered as { readonly documentChanges: readonly { readonly kind?: string; readonly uri?: string }[] };
  assert.deepEqual([documentChanges[0]?.kind, documentChanges[0]?.uri], ['create', uriOf('.xlcfg.json')]);
});

test('a rule is switched off in the project file', { timeout: 60_000 }, async () => {
  await start();
  writeFileSync(join(folder, '.xlcfg.json'), '{\n  // ours\n  "rules": {}\n}\n');
  server.open(uriOf('a.cfg'), 'name = "a"\nkernel = "/k"\nmemory = 010\n');
  const actions = await server.rpc.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: uriOf('a.cfg') },
    range: { start: { line: 2, character: 10 }, end: { line: 2, character: 10 } },
    context: { diagnostics: [] },
  });
  const place = { line: 2, character: 12 };
  const newText = '\n    "octal-number": "off"\n  ';
  assert.deepEqual(
    actions.filter(({ title }) => title === 'Disable octal-number in .xlcfg.json').map(({ edit }) => edit),
    [{ changes: { [uriOf('.xlcfg.json')]: [{ range: { start: place, end: place }, newText }] } }],
  );
});

test('an editor that cannot make files is offered no new one', { timeout: 60_000 }, async () => {
  await start();
  server.open(uriOf('a.cfg'), VENDOR_CONFIG);
  assert.deepEqual(await offeredEdits(), []);
});

test('a part of a config is judged in the whole, and again when another part or the profile changes', { timeout: 60_000 }, async () => {
  await start();
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text);
  };
  write('profile.json', '{ "rules": { "unknown-option": "off" } }');
  write('.xlcfg.json', '{ "extends": "profile.json", "assemble": [{ "files": ["base.cfg", "domains/*.cfg"] }] }');
  write('base.cfg', 'name = "a"\nmemory = 512\nkernel = "/k"\nvcpus = 4\n');
  const part = 'domains/part.cfg';
  write(part, 'maxvcpus = 2\nmemroy = 1\n');
  await reach(part, ['maxvcpus-below-vcpus'], () => {
    server.open(uriOf(part), 'maxvcpus = 2\nmemroy = 1\n');
  });
  await reach(part, [], () => {
    write('base.cfg', 'name = "a"\nmemory = 512\nkernel = "/k"\nvcpus = 2\n');
  });
  await reach(part, ['unknown-option'], () => {
    write('profile.json', '{}');
  });
});

test('the xl.conf of a host counts for the configs of its domains, and again when it changes', { timeout: 60_000 }, async () => {
  await start();
  writeFileSync(join(folder, '.xlcfg.json'), '{ "hosts": { "rack1": { "files": ["*.cfg"], "xlConf": "rack1.conf" } } }');
  const conf = join(folder, 'rack1.conf');
  writeFileSync(conf, 'bootloader_restrict = 1\n');
  const text = 'name = "a"\ntype = "pv"\nmemory = 512\nbootloader = "pygrub"\ndisk = [ "/dev/vg/a,raw,xvda,rw" ]\n';
  await reach('a.cfg', [], () => {
    server.open(uriOf('a.cfg'), text);
  });
  await reach('a.cfg', ['pygrub-unrestricted'], () => {
    writeFileSync(conf, 'claim_mode = 1\n');
  });
  // It is the xl.conf of a host, whatever it is called.
  await reach('rack1.conf', ['unknown-option'], () => {
    server.open(uriOf('rack1.conf'), 'autobaloon = 1\n');
  });
});
