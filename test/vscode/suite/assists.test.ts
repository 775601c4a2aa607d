/** What the extension offers where nothing is wrong, and what becomes of a paste. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createPasteProvider } from '../../../client/src/paste-devices';
import { eventually, openText } from './editor';

const CONFIG = 'name = "a"\nkernel = "/k"\nmemory = 512\npci = [ "02:00.0" ]\ndisk = [ "/dev/a,raw,xvda,rw" ]\n';

describe('Assists', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('write a disk with the names of its parameters', async () => {
    const { document } = await openText(CONFIG);
    const place = new vscode.Range(4, 12, 4, 12);
    const kind = vscode.CodeActionKind.RefactorRewrite;
    const find = async (): Promise<vscode.CodeAction | undefined> => {
      const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        place,
        kind.value,
      );
      return actions.find((action) => action.kind?.value === `${kind.value}.diskForm`);
    };
    const { edit } = await eventually('the assist', find);
    assert.ok(edit !== undefined && (await vscode.workspace.applyEdit(edit)));
    assert.match(document.getText(), /^disk = \[ "format=raw, vdev=xvda, access=rw, target=\/dev\/a" \]$/m);
  });

  it('put a device where it belongs, and the plain text first', async () => {
    const { document } = await openText(CONFIG);
    const asked: unknown[] = [];
    const at = new vscode.Range(5, 0, 5, 0);
    const elsewhere = { range: { start: { line: 3, character: 17 }, end: { line: 3, character: 17 } }, newText: ', "x"' };
    const here = { range: { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } }, newText: 'vif = [ "" ]' };
    const ask = async (method: string, params: unknown): Promise<never> => {
      asked.push([method, params]);
      return { title: 'Add', edits: [elsewhere, here] } as never;
    };
    const transfer = new vscode.DataTransfer();
    transfer.set('text/plain', new vscode.DataTransferItem('01:00.0'));
    const token = new vscode.CancellationTokenSource().token;
    const context = { only: undefined, triggerKind: vscode.DocumentPasteTriggerKind.Automatic };
    const provided = await createPasteProvider({ ask }).provideDocumentPasteEdits?.(document, [at], transfer, context, token);
    const [edit, ...others] = provided ?? [];
    assert.deepEqual(asked, [['xlcfg/paste', { uri: document.uri.toString(), range: here.range, text: '01:00.0' }]]);
    assert.deepEqual([edit?.title, edit?.insertText, edit?.kind.value, others], ['Add', here.newText, 'xlcfg.device', []]);
    assert.deepEqual(edit?.yieldTo, [vscode.DocumentDropOrPasteEditKind.Text]);
    assert.ok(edit.additionalEdit !== undefined && (await vscode.workspace.applyEdit(edit.additionalEdit)));
    assert.equal(document.lineAt(3).text, 'pci = [ "02:00.0", "x" ]');
  });

  it('paste a line of lspci as a device, where a person wants that', async function () {
    // In a page this command pastes the text alone, and the keys that do more cannot be pressed from here.
    if (vscode.env.uiKind === vscode.UIKind.Web) this.skip();
    const editor = await openText(CONFIG);
    editor.selection = new vscode.Selection(5, 0, 5, 0);
    await vscode.env.clipboard.writeText('01:00.0 VGA compatible controller: NVIDIA Corporation GK208 (rev a1)\n');
    await vscode.commands.executeCommand('editor.action.pasteAs', { kind: 'xlcfg.device' });
    const wanted = CONFIG.replace('"02:00.0"', '"02:00.0", "01:00.0"');
    await eventually('the device', () => (editor.document.getText() === wanted ? true : undefined));
  });

  it('paste it as it is otherwise', async () => {
    const editor = await openText(CONFIG);
    editor.selection = new vscode.Selection(5, 0, 5, 0);
    await vscode.env.clipboard.writeText('/dev/vg/b');
    await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    await eventually('the text', () => (editor.document.getText() === `${CONFIG}/dev/vg/b` ? true : undefined));
  });
});
