/** The command behind "Explain …": opens the page of a rule, which comes with the extension, to read. */
import { commands, type Disposable, Uri } from 'vscode';

export function registerRulePages(): Disposable {
  return commands.registerCommand('xlcfg.showRulePage', async (page: unknown) => {
    if (typeof page === 'string') await commands.executeCommand('markdown.showPreview', Uri.parse(page));
  });
}
