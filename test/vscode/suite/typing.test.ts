/** A session at the keyboard, in the middle of a file: what is accepted breaks no line. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesAt, eventually, openText, waitForCodes } from './editor';

/** Long enough for the list of completions to come, in milliseconds. */
const PAUSE = 700;

const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume, PAUSE));

async function type(text: string): Promise<void> {
  for (const character of text) await vscode.commands.executeCommand('type', { text: character });
}

/** Tab or Enter, where a list is open; where none is, nothing happens. */
async function accept(): Promise<void> {
  await pause();
  await vscode.commands.executeCommand('acceptSelectedSuggestion');
  await pause();
}

async function openAt(content: string): Promise<vscode.TextEditor> {
  const offset = content.indexOf('|');
  const editor = await openText(content.replace('|', ''));
  const at = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(at, at);
  return editor;
}

describe('Typing', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('hideSuggestWidget');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('a new setting in the middle leaves the lines around it alone', async () => {
    const { document } = await openAt('type = "pvh"\nname = "web"|\nkernel = "/k"\n');
    await type('\nmemo');
    await accept();
    assert.match(document.getText(), /^type = "pvh"\nname = "web"\nmemory = \d+\nkernel = "\/k"\n$/);
  });

  it('nothing is offered after a finished value', async () => {
    const { document } = await openAt('type = "pvh"\nname = "web"|\nkernel = "/k"\n');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await accept();
    assert.equal(document.getText(), 'type = "pvh"\nname = "web"\nkernel = "/k"\n');
  });

  it('behind an equals sign there are values, also before another line', async () => {
    const { document } = await openAt('type = "hvm"\nname = "web"\nvnc =|\nmemory = 512\n');
    await type(' ');
    await accept();
    assert.match(document.getText(), /^type = "hvm"\nname = "web"\nvnc = [01]\nmemory = 512\n$/);
  });

  it('no starter comes into a comment or a string', async () => {
    const { document } = await openAt('# mail server,|\nname = "web"\n');
    await type(' hvm');
    await accept();
    assert.equal(document.getText(), '# mail server, hvm\nname = "web"\n');
  });

  it('a line end before the bracket of a list makes room for an item', async () => {
    const { document } = await openAt('vif = ["bridge=xenbr0"|]\n');
    await type('\n');
    await eventually('room for an item', () => (document.getText() === 'vif = ["bridge=xenbr0",\n    \n]\n' ? true : undefined));
  });

  it('a starter comes by its word, at an empty statement', async () => {
    const { document } = await openAt('|');
    await type('domain-pvh');
    await accept();
    await vscode.commands.executeCommand('leaveSnippet');
    assert.match(document.getText(), /^type = "pvh"\nname = "web1"\n/);
    await eventually('no findings', () => (codesAt(document.uri).length === 0 ? true : undefined));
  });

  it('a disk is typed key by key', async () => {
    const { document } = await openAt('type = "pvh"\nname = "a"\nkernel = "/k"\n|\nmemory = 512\n');
    await type('disk');
    await accept();
    assert.match(document.getText(), /\ndisk = \[ "[^"\n]*" \]\nmemory = 512\n$/);
  });

  it('a config that is shown a second time has its problems once', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('xlcfg-test-copy', {
      provideTextDocumentContent: () => 'memroy = 512\n',
    });
    const { document } = await openText('name = "a"\nkernel = "/k"\nmemroy = 512\n');
    await waitForCodes(document.uri, (codes) => codes.includes('unknown-option'));
    const copy = await vscode.workspace.openTextDocument(vscode.Uri.parse('xlcfg-test-copy:/old.cfg'));
    await vscode.languages.setTextDocumentLanguage(copy, 'xlcfg');
    await pause();
    assert.deepEqual(codesAt(copy.uri), []);
    provider.dispose();
  });
});
