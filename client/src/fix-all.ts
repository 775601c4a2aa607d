/** The command that applies all safe fixes to the open config. */
import { commands, type Disposable, window } from 'vscode';
import { LANGUAGE_ID } from './language-id';

export function registerFixAll(): Disposable {
  return commands.registerCommand('xlcfg.fixAll', async () => {
    if (window.activeTextEditor?.document.languageId !== LANGUAGE_ID) return;
    await commands.executeCommand('editor.action.fixAll');
  });
}
