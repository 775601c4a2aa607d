/** The command that looks into a kernel image and shows what it is. */
import { commands, type Disposable, l10n, type Uri, window } from 'vscode';
import { LANGUAGE_ID } from './language-id';
import type { LanguageServer } from './language-server';
import type { ReportPages } from './report-pages';

export function registerInspectKernel(server: LanguageServer, pages: ReportPages): Disposable {
  return commands.registerCommand('xlcfg.inspectKernel', async (given?: Uri) => {
    const [picked] = given === undefined ? ((await window.showOpenDialog({ title: l10n.t('Kernel image') })) ?? []) : [given];
    if (picked === undefined) return;
    const document = window.activeTextEditor?.document;
    const uri = document?.languageId === LANGUAGE_ID ? document.uri.toString() : undefined;
    const page = await server.ask('xlcfg/inspectImage', {
      file: picked.toString(),
      ...(uri === undefined ? {} : { uri }),
    });
    if (page === null) {
      void window.showWarningMessage(l10n.t('{0} cannot be read as a file.', picked.fsPath));
      return;
    }
    await pages.show(picked.path.split('/').at(-1) ?? '', page);
  });
}
