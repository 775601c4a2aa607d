/** A command that is called first, where no config is open. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, findServer } from './editor';

describe('The first command', () => {
  it('starts the server where only that has the answer', async function () {
    if (process.platform === 'win32') this.skip();
    await vscode.commands.executeCommand('xlcfg.fixAll');
    assert.equal(findServer(), undefined);
    await vscode.commands.executeCommand('xlcfg.explainError', 'PCI device 0:2:0.0 is not assignable');
    assert.notEqual(findServer(), undefined);
    await eventually('the page', () =>
      vscode.workspace.textDocuments.find((each) => each.languageId === 'markdown' && each.getText().includes('What it means')),
    );
  });
});
