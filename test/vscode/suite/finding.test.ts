/** F12, rename and what else finds its way through configs, as a person uses it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWorkspace, open, openText, positionOf } from './editor';

function select(editor: vscode.TextEditor, word: string, shift = 1): void {
  const at = positionOf(editor.document, word, shift);
  editor.selection = new vscode.Selection(at, at);
}

describe('Finding', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('F12 on a lost setting goes to the one that wins', async () => {
    const editor = await openText('name = "a"\nmemory = 512\nkernel = "/k"\nvcpus = 1\n\nvcpus = 2\n');
    select(editor, 'vcpus');
    await eventually('a definition', async () => {
      const { uri } = editor.document;
      const found = await vscode.commands.executeCommand<readonly unknown[]>(
        'vscode.executeDefinitionProvider',
        uri,
        editor.selection.active,
      );
      return found.length > 0 ? true : undefined;
    });
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    const line = await eventually('the winner', () => (editor.selection.active.line === 5 ? 5 : undefined));
    assert.equal(line, 5);
  });

  it('F12 on a path opens the file, which is a link too', async () => {
    const file = inWorkspace('parameters.txt');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('of the guest\n'));
    const editor = await openText(`name = "a"\nmemory = 512\ntype = "hvm"\nacpi_firmware = "${file.fsPath}"\n`);
    const links = await eventually('a link', async () => {
      const found = await vscode.commands.executeCommand<readonly vscode.DocumentLink[]>('vscode.executeLinkProvider', editor.document.uri);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      links.map(({ target }) => target?.fsPath),
      [file.fsPath],
    );
    select(editor, 'parameters');
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    await eventually('the file', () => (vscode.window.activeTextEditor?.document.uri.fsPath === file.fsPath ? true : undefined));
  });

  it('a domain is found by its name, and renamed in all configs that speak of it', async () => {
    const other = inWorkspace('netdom.cfg');
    await vscode.workspace.fs.writeFile(other, new TextEncoder().encode('# The network.\nname = "netdom"\nmemory = 128\nkernel = "/k"\n'));
    const editor = await openText(
      'name = "guest"\nmemory = 512\nkernel = "/k"\nvif = [ "bridge=xenbr0, backend=netdom", \'backend=netdom\' ]\n',
    );
    select(editor, 'netdom');
    const { document } = editor;
    const places = await eventually('the config of the domain', async () => {
      const found = await vscode.commands.executeCommand<readonly vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        editor.selection.active,
      );
      return found.length > 0 && found[0]?.uri.path === other.path ? found : undefined;
    });
    assert.deepEqual(
      places.map(({ range }) => [range.start.line, range.start.character]),
      [[1, 8]],
    );
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      editor.selection.active,
      'net2',
    );
    await vscode.workspace.applyEdit(edit);
    assert.match(document.getText(), /"bridge=xenbr0, backend=net2", 'backend=net2'/);
    const changed = await vscode.workspace.openTextDocument(other);
    assert.equal(changed.lineAt(1).text, 'name = "net2"');
    await changed.save();
    await eventually('the new name among the symbols', async () => {
      const symbols = await vscode.commands.executeCommand<readonly vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'nt2',
      );
      return symbols.some(({ name, location }) => name === 'net2' && location.uri.path === other.path) ? true : undefined;
    });
    await vscode.workspace.fs.delete(other);
  });

  it('what cannot be renamed says why', async () => {
    const editor = await open('gateway.cfg');
    const at = positionOf(editor.document, 'memory', 1);
    const asked = vscode.commands.executeCommand('vscode.prepareRename', editor.document.uri, at);
    await assert.rejects(Promise.resolve(asked), /`memory` is the name of a setting/);
  });

  it('lists fold, and their brackets stay', async () => {
    const { document } = await open('gateway.cfg');
    const ranges = await eventually('folds', async () => {
      const found = await vscode.commands.executeCommand<readonly vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      return found.length > 0 ? found : undefined;
    });
    const list = ranges.find(({ start }) => document.lineAt(start).text.startsWith('vif'));
    assert.ok(list, 'the list folds');
    assert.equal(document.lineAt(list.end + 1).text, ']');
  });
});
