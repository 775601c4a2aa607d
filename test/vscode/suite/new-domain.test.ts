/** The questions about a new domain, answered with keys. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesAt, eventually, inWorkspace } from './editor';

/** Milliseconds between two keys: a question has to be there before it is answered. */
const PAUSE = 400;

const press = async (command: string): Promise<void> => {
  await vscode.commands.executeCommand(command);
  await new Promise((resume) => setTimeout(resume, PAUSE));
};
const enter = (): Promise<void> => press('workbench.action.acceptSelectedQuickOpenItem');
const down = (): Promise<void> => press('workbench.action.quickOpenSelectNext');

function findConfig(beginning: RegExp): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((each) => each.isUntitled && each.languageId === 'xlcfg' && beginning.test(each.getText()));
}

/** Presses Enter until the config is there. */
async function goThrough(beginning: RegExp): Promise<vscode.TextDocument> {
  return eventually('the config', async () => {
    await enter();
    return findConfig(beginning);
  });
}

/** Begins, and gives what waits for the end. */
async function start(...args: readonly unknown[]): Promise<{ readonly ended: Thenable<unknown> }> {
  const ended = vscode.commands.executeCommand('xlcfg.newDomain', ...args);
  await new Promise((resume) => setTimeout(resume, 2 * PAUSE));
  return { ended };
}

describe('A new domain', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('comes with Enter alone, and nothing is wrong with it', async () => {
    const { ended } = await start();
    const document = await goThrough(/^# xlcfg: xen=[\d.]+\n\ntype = "pvh"$/m);
    await ended;
    assert.equal(vscode.window.activeTextEditor?.document, document);
    const hovers = await vscode.commands.executeCommand<readonly unknown[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('memory =')),
    );
    assert.ok(hovers.length > 0, 'the server has read it');
    assert.deepEqual(
      codesAt(document.uri).filter(([, code]) => !/depend-on-target/.test(code)),
      [],
    );
  });

  it('is of the kind that is chosen, goes back, and lies in the folder that is chosen', async () => {
    const folder = inWorkspace('');
    const { ended } = await start(folder);
    await enter();
    // A PVH domain, and back to take the next but one.
    await enter();
    await press('workbench.action.quickInputBack');
    await down();
    await down();
    const document = await goThrough(/^name = "windows"$/m);
    await ended;
    assert.match(document.getText(), /^viridian = 1$/m);
    assert.equal(document.uri.scheme, 'untitled');
    assert.equal(document.uri.path, inWorkspace('windows.cfg').path.replace(/windows\.cfg$/, 'windows-2.cfg'), 'windows.cfg is there');
    const place = inWorkspace('windows-2.cfg');
    // It needs no name any more.
    await vscode.commands.executeCommand('workbench.action.files.save');
    await eventually('the saved file, as a config', () =>
      vscode.workspace.textDocuments.some(
        ({ uri, languageId }) => uri.path === place.path && uri.scheme === 'file' && languageId === 'xlcfg',
      )
        ? true
        : undefined,
    );
    const saved = await vscode.workspace.fs.readFile(place);
    await vscode.workspace.fs.delete(place);
    assert.match(Buffer.from(saved).toString('utf8'), /^name = "windows"$/m);
  });

  it('is none where the questions are closed', async () => {
    const before = vscode.workspace.textDocuments.length;
    const { ended } = await start();
    await press('workbench.action.closeQuickOpen');
    await ended;
    assert.equal(vscode.workspace.textDocuments.length, before);
  });
});
