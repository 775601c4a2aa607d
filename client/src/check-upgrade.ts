/** The command that says what another release of Xen changes for the open config. */
import { commands, type Disposable, l10n, window } from 'vscode';
import { findActiveConfig } from './active-config';
import type { LanguageServer } from './language-server';
import type { ReportPages } from './report-pages';

export function registerCheckUpgrade(server: LanguageServer, pages: ReportPages): Disposable {
  return commands.registerCommand('xlcfg.checkUpgrade', async (givenFrom?: unknown, givenTo?: unknown) => {
    const document = await findActiveConfig(givenFrom);
    if (document === undefined) return;
    const uri = document.uri.toString();
    const target = await server.ask('xlcfg/target', { uri });
    if (target === null) return;
    const choose = async (given: unknown, title: string): Promise<string | undefined> =>
      typeof given === 'string' ? given : window.showQuickPick(target.versions, { title, placeHolder: target.xen });
    const from = await choose(givenFrom, l10n.t('Release that the config runs on'));
    const to = from === undefined ? undefined : await choose(givenTo, l10n.t('Release to go to'));
    if (from === undefined || to === undefined) return;
    const markdown = await server.ask('xlcfg/upgrade', { uri, from, to });
    if (markdown !== null) await pages.show(l10n.t('Upgrade from {0} to {1}', from, to), markdown, { isBeside: true });
  });
}
