/** What a person does with the extension, in a real VS Code with the packaged extension. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesAt, eventually, inWorkspace, open, openText, positionOf, waitForCodes } from './editor';

describe('The extension', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('marks the mistakes of an example, each with the page of its rule', async () => {
    const { document } = await open('web1.cfg');
    assert.equal(document.languageId, 'xlcfg');
    await waitForCodes(document.uri, (codes) => codes.length >= 7);
    assert.deepEqual(
      codesAt(document.uri).map(([line, code]) => `${line} ${code}`),
      [
        '9 unknown-option',
        '12 octal-number',
        '15 duplicate-option',
        '20 conflicting-options',
        '23 option-ignored-for-type',
        '26 wrong-value-type',
        '31 xend-option',
      ],
    );
    const [first] = vscode.languages.getDiagnostics(document.uri);
    const target = typeof first?.code === 'object' ? first.code.target : undefined;
    assert.match(target?.path ?? '', /docs\/rules\/unknown-option\.md$/);
    await vscode.workspace.fs.stat(vscode.Uri.file(target?.path ?? ''));
  });

  it('keeps quiet about a right example', async () => {
    const { document } = await open('gateway.cfg');
    const hover = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, 'firmware'),
    );
    assert.ok(hover.length > 0, 'the server has read the file');
    assert.deepEqual(codesAt(document.uri), []);
  });

  it('completes an option with its value', async () => {
    const editor = await openText('name = "a"\nme');
    const at = new vscode.Position(1, 2);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      at,
      undefined,
      200,
    );
    const memory = items.find(({ label }) => label === 'memory');
    assert.ok(memory, 'memory is offered');
    assert.match(memory.documentation instanceof vscode.MarkdownString ? memory.documentation.value : '', /how much memory/);
  });

  it('completes while typing, and accepts with a key', async () => {
    const editor = await openText('type = "pvh"\n');
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    const isTyped = async (): Promise<true | undefined> => {
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await new Promise((resume) => setTimeout(resume, 500));
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText().includes('memory = ') ? true : undefined;
    };
    await eventually('the accepted completion', isTyped);
  });

  it('completes inside the string of a device, while typing', async () => {
    const editor = await openText('type = "pvh"\nname = "a"\nkernel = "/k"\ndisk = [ "format=qcow2, " ]\n');
    const at = new vscode.Position(3, 'disk = [ "format=qcow2, '.length);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      at,
    );
    assert.ok(
      items.some(({ label }) => label === 'vdev'),
      'vdev is offered',
    );
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('type', { text: 'vd' });
    await eventually('the accepted key', async () => {
      await new Promise((resume) => setTimeout(resume, 300));
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText().includes('vdev=') ? true : undefined;
    });
  });

  it('explains an option and how xl reads its value', async () => {
    const { document } = await open('web1.cfg');
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, 'memory = 0512'),
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((each) => (each instanceof vscode.MarkdownString ? each.value : '')))
      .join('\n');
    assert.match(text, /\*\*memory\*\*/);
    assert.match(text, /330 MiB/);
  });

  it('applies a quick fix, and the problem is gone', async () => {
    const { document } = await openText('name = "a"\nkernel = "/k"\nmemroy = 512\n');
    await waitForCodes(document.uri, (codes) => codes.includes('unknown-option'));
    const range = new vscode.Range(2, 0, 2, 6);
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const rename = actions.find(({ title }) => title === 'Rename it to `memory`');
    assert.ok(rename?.edit, 'the fix is offered');
    assert.equal(rename.isPreferred, true);
    assert.ok(await vscode.workspace.applyEdit(rename.edit));
    assert.match(document.getText(), /^memory = 512$/m);
    await waitForCodes(document.uri, (codes) => codes.length === 0);
  });

  it('applies all safe fixes at once', async () => {
    const { document } = await openText('builder = "hvm"\nname = "a"\nmemory = 512\nvncconsole = 1\n');
    await waitForCodes(document.uri, (codes) => codes.length === 2);
    await vscode.commands.executeCommand('xlcfg.fixAll');
    await eventually('the fixed text', () => (document.getText() === 'type = "hvm"\nname = "a"\nmemory = 512\n' ? true : undefined));
  });

  it('inserts a whole domain from a snippet, which is clean', async () => {
    const editor = await openText('');
    await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'xlcfg', name: 'PVH domain' });
    await eventually('the snippet', () => (editor.document.getText().includes('type = "pvh"') ? true : undefined));
    await vscode.commands.executeCommand('vscode.executeHoverProvider', editor.document.uri, new vscode.Position(0, 0));
    assert.deepEqual(codesAt(editor.document.uri), []);
  });

  it('shows the outline', async () => {
    const { document } = await open('gateway.cfg');
    const symbols = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.equal(symbols.find(({ name }) => name === 'vif')?.children.length, 2);
  });

  it('follows the setting for the Xen version while it is open', async () => {
    const { document } = await openText('name = "a"\nkernel = "/k"\nextra += "quiet"\n');
    await eventually('the server', async () =>
      (await vscode.commands.executeCommand<unknown[]>('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 0))).length > 0
        ? true
        : undefined,
    );
    assert.deepEqual(codesAt(document.uri), []);
    const section = vscode.workspace.getConfiguration('xlcfg');
    await section.update('xenVersion', '4.12', vscode.ConfigurationTarget.Global);
    try {
      await waitForCodes(document.uri, (codes) => codes.includes('add-assign-unsupported'));
    } finally {
      await section.update('xenVersion', undefined, vscode.ConfigurationTarget.Global);
    }
    await waitForCodes(document.uri, (codes) => codes.length === 0);
  });

  it('recognises a config by its content when it is told to', async () => {
    const section = vscode.workspace.getConfiguration('xlcfg');
    await section.update('detect', 'always', vscode.ConfigurationTarget.Global);
    const uri = inWorkspace('domain_config');
    await vscode.workspace.fs.writeFile(uri, Buffer.from('name = "a"\nmemory = 512\nvcpus = 2\nkernel = "/k"\n'));
    try {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      await eventually('the language', () => (vscode.window.activeTextEditor?.document.languageId === 'xlcfg' ? true : undefined));
    } finally {
      await section.update('detect', undefined, vscode.ConfigurationTarget.Global);
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('restarts its server', async () => {
    const { document } = await openText('name = "a"\nkernel = "/k"\nmemroy = 512\n');
    await waitForCodes(document.uri, (codes) => codes.length === 1);
    await vscode.commands.executeCommand('xlcfg.restartServer');
    await waitForCodes(document.uri, (codes) => codes.length === 1);
  });

  it('looks into kernels: quiet about one of Debian, an error with a way out for a memory test', async function () {
    const names = await Promise.resolve(vscode.workspace.fs.readDirectory(inWorkspace('boot'))).catch(() => []);
    const kernel = names.map(([name]) => name).find((name) => name.startsWith('vmlinuz-'));
    if (kernel === undefined) this.skip();
    const memtest = inWorkspace('boot/memtest86+x64.bin').fsPath;
    const { document } = await openText(`name = "a"\nkernel = "${memtest}"\n`);
    await waitForCodes(document.uri, (codes) => codes.includes('pv-kernel-not-xen'));
    const range = new vscode.Range(positionOf(document, memtest), positionOf(document, memtest, memtest.length));
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      range.start.translate(0, 2),
    );
    assert.ok(hovers.some(({ contents }) => contents.some((content) => (content as vscode.MarkdownString).value.includes('Memtest86+'))));
    const links = await vscode.commands.executeCommand<readonly vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 10);
    assert.ok(links.some(({ target }) => target?.path === memtest));
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const other = actions.find(({ title }) => title.includes(kernel));
    assert.ok(other?.edit !== undefined, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(other.edit);
    assert.ok(document.getText().includes(kernel));
    await waitForCodes(document.uri, (codes) => codes.length === 0);
  });

  it('shows what a kernel image is', async function () {
    const image = inWorkspace('boot/memtest86+x64.bin');
    const isThere = await Promise.resolve(vscode.workspace.fs.stat(image)).then(
      () => true,
      () => false,
    );
    if (!isThere) this.skip();
    await vscode.commands.executeCommand('xlcfg.inspectKernel', image);
    const page = await eventually('the page', () =>
      vscode.workspace.textDocuments.find((each) => each.languageId === 'markdown' && each.getText().includes('Memtest86+')),
    );
    assert.match(page.getText(), /\| PV domain \| no \|/);
    assert.equal(page.isDirty || page.isUntitled, false, 'nobody is asked to save it');
  });

  it('explains an error of xl and shows the line that causes it', async () => {
    const { document } = await openText('type = "hvm"\nname = "a"\npci = [ "02:00.0" ]\n');
    await vscode.commands.executeCommand('xlcfg.explainError', 'PCI device 0:2:0.0 is not assignable');
    const page = await eventually('the page', () =>
      vscode.workspace.textDocuments.find((each) => each.languageId === 'markdown' && each.getText().includes('What it means')),
    );
    assert.match(page.getText(), /pciback.* \(line 3\)/);
    const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
    assert.deepEqual(editor?.selection.active, new vscode.Position(2, 9));
  });

  it('says what an upgrade changes', async () => {
    await openText('type = "hvm"\nname = "a"\nmemory = 512\npci = [ "02:00.0" ]\n');
    await vscode.commands.executeCommand('xlcfg.checkUpgrade', '4.18', '4.22');
    const page = await eventually('the page', () =>
      vscode.workspace.textDocuments.find((each) => each.languageId === 'markdown' && each.getText().includes('From Xen 4.18 to 4.22')),
    );
    assert.match(page.getText(), /## Changes\n\n- Line 4, Xen 4\.19: .*hvm_pirq/);
  });

  it('says above the name whether the domain can move, and shows the report', async () => {
    const { document } = await openText('type = "hvm"\nname = "a"\nmemory = 512\npci = [ "01:00.0" ]\n');
    await waitForCodes(document.uri, (codes) => codes.includes('pci-blocks-migration'));
    const lenses = await vscode.commands.executeCommand<readonly vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
    const lens = lenses.find(({ command }) => command?.command === 'xlcfg.showMigrationReport');
    assert.deepEqual([lens?.range.start.line, lens?.command?.title], [1, 'Migration: tied to this host by PCI devices']);
    const [hover] = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(1, 1),
    );
    assert.match((hover?.contents[0] as vscode.MarkdownString).value, /tied to this host/);
    await vscode.commands.executeCommand('xlcfg.showMigrationReport', document.uri.toString());
    const tab = await eventually('the report', () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === 'Migration Report'),
    );
    assert.ok(tab.input instanceof vscode.TabInputWebview);
    await vscode.window.tabGroups.close(tab);
    await vscode.window.showTextDocument(document);
  });

  it('quiets the warnings of a domain that is not meant to move, by a quick fix', async () => {
    const { document } = await openText('type = "hvm"\nname = "a"\nmemory = 512\npci = [ "01:00.0" ]\n');
    await waitForCodes(document.uri, (codes) => codes.includes('pci-blocks-migration'));
    const position = positionOf(document, '01:00.0');
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(position, position),
    );
    const action = actions.find(({ title }) => title.includes('not meant to move'));
    assert.ok(action?.edit !== undefined);
    await vscode.workspace.applyEdit(action.edit);
    await waitForCodes(document.uri, (codes) => codes.length === 0);
  });
});
