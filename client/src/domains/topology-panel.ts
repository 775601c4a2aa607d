/** The page that shows what hangs together among the domains of the workspace. */
import { commands, Disposable, env, l10n, Range, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { TopologyParams, TopologyReply } from '../../../protocol/requests';
import type { LanguageServer } from '../language-server';
import type { PageMessage, ShownTopology } from './topology-messages';
import { renderTopologyPage } from './topology-page';

/** @param extension the folder of the extension, which has the files of the page */
export function registerTopology(server: LanguageServer, extension: Uri): Disposable {
  const panel = new TopologyPanel(server, extension);
  return Disposable.from(
    panel,
    commands.registerCommand('xlcfg.showTopology', () => {
      panel.show();
    }),
    server.hear('xlcfg/domainsChanged', () => panel.update()),
  );
}

/** One panel at the most. */
class TopologyPanel {
  private readonly server: LanguageServer;
  private readonly folder: Uri;
  private panel: WebviewPanel | undefined;
  private params: TopologyParams = { filter: '' };
  private reply: TopologyReply | undefined;

  constructor(server: LanguageServer, extension: Uri) {
    this.server = server;
    this.folder = Uri.joinPath(extension, 'dist');
  }

  show(): void {
    if (this.panel === undefined) this.panel = this.open();
    else this.panel.reveal();
  }

  dispose(): void {
    this.panel?.dispose();
  }

  /** Shows what is there now, where somebody looks. */
  async update(): Promise<void> {
    const { panel, params } = this;
    if (panel?.visible !== true) return;
    const reply = await this.server.ask('xlcfg/topology', params);
    // Meanwhile something else may be wanted.
    if (params !== this.params) return;
    this.reply = reply;
    await panel.webview.postMessage(toShown(reply, params.filter !== ''));
  }

  private open(): WebviewPanel {
    const panel = window.createWebviewPanel('xlcfg.topology', l10n.t('Xen Topology'), ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [this.folder],
      retainContextWhenHidden: true,
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.params = { filter: '' };
    });
    panel.onDidChangeViewState(() => this.update());
    panel.webview.onDidReceiveMessage((message: PageMessage) => this.receive(message));
    const uriOf = (name: string): string => panel.webview.asWebviewUri(Uri.joinPath(this.folder, name)).toString();
    const files = { source: panel.webview.cspSource, script: uriOf('topology.js'), style: uriOf('topology-style.css') };
    panel.webview.html = renderTopologyPage(files, l10n.t);
    return panel;
  }

  private async receive(message: PageMessage): Promise<void> {
    switch (message.kind) {
      case 'ready':
      case 'refresh':
        return this.update();
      case 'filter':
        return this.change({ ...this.params, filter: message.text });
      case 'toggle':
        return this.toggle(message.id);
      case 'open':
        return this.openPlace(message.id);
      case 'export':
        return exportPicture(await this.write('svg'));
      case 'copy':
        await env.clipboard.writeText(await this.write(message.format));
        void window.showInformationMessage(l10n.t('The topology is copied.'));
    }
  }

  private async change(params: TopologyParams): Promise<void> {
    this.params = params;
    await this.update();
  }

  private async toggle(id: string): Promise<void> {
    const closed = new Set(this.reply?.closed ?? []);
    if (!closed.delete(id)) closed.add(id);
    await this.change({ ...this.params, closed: [...closed] });
  }

  private write(format: 'svg' | 'dot' | 'mermaid'): Promise<string> {
    return this.server.ask('xlcfg/writeTopology', { ...this.params, format });
  }

  private async openPlace(id: string): Promise<void> {
    const place = this.reply?.places[id];
    if (place === undefined) return;
    const { uri, line, character } = place;
    const document = await workspace.openTextDocument(Uri.parse(uri, true));
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, selection: new Range(line, character, line, character) });
  }
}

function toShown({ svg, outline, domains }: TopologyReply, isFiltered: boolean): ShownTopology {
  const empty = isFiltered ? l10n.t('No domain has these words.') : l10n.t('There is no Xen domain config in this workspace.');
  const status = domains === 1 ? l10n.t('1 domain') : l10n.t('{0} domains', domains);
  return { svg: domains === 0 ? '' : svg, outline, status, empty: domains === 0 ? empty : '' };
}

/** Asks where to, and opens what was written. */
async function exportPicture(svg: string): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  const proposed = folder === undefined ? {} : { defaultUri: Uri.joinPath(folder.uri, 'topology.svg') };
  const target = await window.showSaveDialog({ title: l10n.t('Export the Topology'), filters: { SVG: ['svg'] }, ...proposed });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(svg));
  await commands.executeCommand('vscode.open', target);
}
