/** The layout of configs: on demand, on saving, and while somebody types. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWorkspace, open, openText, waitForCodes } from './editor';

async function type(text: string): Promise<void> {
  for (const character of text) await vscode.commands.executeCommand('type', { text: character });
}

async function openAt(content: string): Promise<vscode.TextEditor> {
  const offset = content.indexOf('|');
  const editor = await openText(content.replace('|', ''));
  const at = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(at, at);
  return editor;
}

function waitForText(document: vscode.TextDocument, wanted: string): Promise<true> {
  return eventually(wanted, () => (document.getText() === wanted ? true : undefined)).catch(() => {
    assert.equal(document.getText(), wanted);
    return true;
  });
}

describe('Formatting', () => {
  before(async () => {
    const { document } = await openText('name = "a"\nkernel = "/k"\nmemroy = 512\n');
    await waitForCodes(document.uri, (codes) => codes.includes('unknown-option'));
  });

  afterEach(async () => {
    await vscode.workspace.getConfiguration('xlcfg').update('format.quotes', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('Format Document lays out the document, and the cursor stays at its word', async () => {
    const { document, selection } = await openAt("name='web1'\nkernel='/k'\nmem|ory=512 # MiB\ndisk=['phy:/a,xvda,w',\n'phy:/b,xvdb,w']\n");
    await vscode.commands.executeCommand('editor.action.formatDocument');
    const disk = "disk = [\n    'phy:/a,xvda,w',\n    'phy:/b,xvdb,w',\n]\n";
    assert.equal(document.getText(), `name = 'web1'\nkernel = '/k'\nmemory = 512 # MiB\n${disk}`);
    assert.deepEqual([selection.active.line, selection.active.character], [2, 3]);
  });

  it('the settings say how', async () => {
    await vscode.workspace.getConfiguration('xlcfg').update('format.quotes', 'double', vscode.ConfigurationTarget.Workspace);
    const { document } = await openText("name = 'web1'\nvif = [ 'bridge=a' ]\n");
    await eventually('double quotes', async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      return document.getText() === 'name = "web1"\nvif = [ "bridge=a" ]\n' ? true : undefined;
    });
  });

  it('Format Selection leaves the rest alone', async () => {
    const editor = await openText('name="a"\nmemory=1\nvcpus=2\n');
    editor.selection = new vscode.Selection(1, 0, 1, 8);
    await vscode.commands.executeCommand('editor.action.formatSelection');
    assert.equal(editor.document.getText(), 'name="a"\nmemory = 1\nvcpus=2\n');
  });

  it('saving lays out the file where the settings say so', async () => {
    const file = inWorkspace('saved.xl');
    await vscode.workspace.fs.writeFile(file, Buffer.from('name="a"\r\nvcpus=2\r\n'));
    const editing = vscode.workspace.getConfiguration('editor', { languageId: 'xlcfg', uri: file });
    await editing.update('formatOnSave', true, vscode.ConfigurationTarget.Workspace, true);
    const { document } = await open('saved.xl');
    await vscode.commands.executeCommand('editor.action.insertLineAfter');
    await document.save();
    // The line ends are a choice of the editor, which says what they are.
    assert.equal(document.getText(), 'name = "a"\r\n\r\nvcpus = 2\r\n');
    await editing.update('formatOnSave', undefined, vscode.ConfigurationTarget.Workspace, true);
    await vscode.workspace.fs.delete(file);
  });

  it('a line end in a list brings the comma and the blanks along', async () => {
    const { document } = await openAt('name = "a"\nvif = [\n    "bridge=a"|\n]\n');
    await type('\n');
    await waitForText(document, 'name = "a"\nvif = [\n    "bridge=a",\n    \n]\n');
    await type('5');
    await waitForText(document, 'name = "a"\nvif = [\n    "bridge=a",\n    5\n]\n');
  });

  it('a new list opens over lines', async () => {
    const { document } = await openAt('name = "a"\nirqs =|\n');
    await type(' [\n5');
    await waitForText(document, 'name = "a"\nirqs = [\n    5\n]\n');
    // VS Code drops what comes after the next keystroke.
    await type('\n');
    await waitForText(document, 'name = "a"\nirqs = [\n    5,\n    \n]\n');
    await type('6');
    await waitForText(document, 'name = "a"\nirqs = [\n    5,\n    6\n]\n');
  });
});
