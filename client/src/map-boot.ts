/** The command that says which folder of this machine stands for /boot of dom0. */
import { commands, ConfigurationTarget, type Disposable, l10n, Uri, window, workspace } from 'vscode';
import { plainWords } from './plain-words';

export function registerMapBoot(): Disposable {
  return commands.registerCommand('xlcfg.mapBoot', async (given?: unknown) => {
    const options = { title: l10n.t('Folder with the files of /boot'), canSelectFiles: false, canSelectFolders: true };
    const [folder] = given instanceof Uri ? [given] : ((await window.showOpenDialog(options)) ?? []);
    if (folder === undefined) return;
    const section = workspace.getConfiguration('xlcfg');
    const present = section.get<Readonly<Record<string, string>>>('roots', {});
    const target = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
    await section.update('roots', { ...present, '/boot': folder.fsPath }, target);
    void window.showInformationMessage(plainWords(l10n.t('Files of /boot are now looked for in {0}.', folder.fsPath)));
  });
}
