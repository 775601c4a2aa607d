/** The page that says which domains can move to another host, and what keeps the others. */
import { commands, Disposable, l10n, Range, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { findActiveConfig, givenUri } from './active-config';
import { LANGUAGE_ID } from './language-id';
import type { LanguageServer } from './language-server';
import type { MigrationReply } from '../../protocol/requests';
import { renderPage } from './migration-page';

interface Message {
  readonly kind: 'open' | 'export' | 'refresh';
  readonly uri?: string;
  readonly line?: number;
  readonly character?: number;
}

/** Registers the commands: for one config, which is the open one where no URI is given, and for all of the workspace. */
export function registerMigrationReport(server: LanguageServer): Disposable {
  const report = new ReportPanel(server);
  return Disposable.from(
    commands.registerCommand('xlcfg.showMigrationReport', async (given?: unknown) => {
      if (typeof given === 'string') return report.show(given);
      // The server knows documents that are open.
      const config = givenUri(given) === undefined ? undefined : await findActiveConfig(given);
      return report.show(config?.uri.toString() ?? activeConfig());
    }),
    commands.registerCommand('xlcfg.showWorkspaceMigrationReport', () => report.show(undefined)),
    report,
  );
}

function activeConfig(): string | undefined {
  const document = window.activeTextEditor?.document;
  return document?.languageId === LANGUAGE_ID ? document.uri.toString() : undefined;
}

/** One panel, which shows the report that was asked for last. */
class ReportPanel {
  private readonly server: LanguageServer;
  private panel: WebviewPanel | undefined;
  private uri: string | undefined;
  private reply: MigrationReply = { items: [], markdown: '' };

  constructor(server: LanguageServer) {
    this.server = server;
  }

  async show(uri: string | undefined): Promise<void> {
    this.uri = uri;
    this.panel ??= this.open();
    await this.update();
    this.panel.reveal(undefined, false);
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private open(): WebviewPanel {
    const panel = window.createWebviewPanel('xlcfg.migration', l10n.t('Migration Report'), ViewColumn.Beside, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [],
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    panel.webview.onDidReceiveMessage((message: Message) => this.receive(message));
    return panel;
  }

  private async update(): Promise<void> {
    this.reply = await this.server.ask('xlcfg/migration', this.uri === undefined ? {} : { uri: this.uri });
    if (this.panel !== undefined) this.panel.webview.html = renderPage(this.reply, this.panel.webview.cspSource, l10n.t);
  }

  private async receive(message: Message): Promise<void> {
    if (message.kind === 'open') await openPlace(message);
    else if (message.kind === 'refresh') await this.update();
    else await exportPage(this.reply.markdown);
  }
}

/** Asks where to, and opens what was written. */
async function exportPage(markdown: string): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  const proposed = folder === undefined ? {} : { defaultUri: Uri.joinPath(folder.uri, 'migration.md') };
  const target = await window.showSaveDialog({ title: l10n.t('Export the Migration Report'), filters: { Markdown: ['md'] }, ...proposed });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(markdown));
  await window.showTextDocument(target);
}

async function openPlace({ uri = '', line = 0, character = 0 }: Message): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  await window.showTextDocument(document, { viewColumn: ViewColumn.One, selection: new Range(line, character, line, character) });
}
