/** The command that plans to empty a host of the project file. */
import { commands, type Disposable, l10n, window } from 'vscode';
import type { LanguageServer } from './language-server';
import type { ReportPages } from './report-pages';

export function registerPlanEvacuation(server: LanguageServer, pages: ReportPages): Disposable {
  return commands.registerCommand('xlcfg.planEvacuation', async (given?: unknown) => {
    const { hosts } = await server.ask('xlcfg/domains', {});
    if (hosts.length === 0) {
      void window.showInformationMessage(
        l10n.t('No host is described. `hosts` in .xlcfg.json says which domains run together, and on what.'),
      );
      return;
    }
    const picked = hosts.find(({ id }) => id === hostOf(given)) ?? (await pickHost(hosts));
    if (picked === undefined) return;
    const page = await server.ask('xlcfg/evacuation', { host: picked.id });
    if (page !== null) await pages.show(l10n.t('Evacuation of {0}', picked.name), page);
  });
}

/** The id of a host, by itself or in an item of the view of domains. */
function hostOf(given: unknown): string | undefined {
  if (typeof given === 'string') return given;
  if (typeof given !== 'object' || given === null || !('host' in given)) return undefined;
  const { host } = given;
  return typeof host === 'object' && host !== null && 'id' in host && typeof host.id === 'string' ? host.id : undefined;
}

interface Host {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

async function pickHost(hosts: readonly Host[]): Promise<Host | undefined> {
  const items = hosts.map((host) => ({ label: host.id, description: host.detail, host }));
  return (await window.showQuickPick(items, { title: l10n.t('Host to empty') }))?.host;
}
