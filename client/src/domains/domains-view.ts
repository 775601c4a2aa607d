/** The view that lists hosts, their domains and the devices of each. */
import {
  type Command,
  commands,
  Disposable,
  EventEmitter,
  l10n,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { DeviceItem, DocumentPlace, DomainItem, DomainsReply } from '../../../protocol/requests';
import type { LanguageServer } from '../language-server';
import { type Branch, childrenOf, rootsOf } from './domain-tree';

export const DOMAINS_VIEW = 'xlcfg.domains';

/** The server is asked when somebody looks at the view, and again when it says that something changed. */
export function registerDomainsView(server: LanguageServer): Disposable {
  const tree = new DomainsTree(server);
  const view = window.createTreeView(DOMAINS_VIEW, { treeDataProvider: tree, showCollapseAll: true });
  tree.onDidRead(({ domains }) => {
    const wrong = domains.filter(({ errors }) => errors > 0).length;
    view.badge = wrong === 0 ? undefined : { value: wrong, tooltip: countWrong(wrong) };
  });
  const refresh = (): void => {
    tree.refresh();
  };
  return Disposable.from(
    view,
    tree,
    server.hear('xlcfg/domainsChanged', refresh),
    server.onDidStart(refresh),
    commands.registerCommand('xlcfg.refreshDomains', refresh),
  );
}

function countWrong(count: number): string {
  return count === 1 ? l10n.t('1 domain has errors') : l10n.t('{0} domains have errors', count);
}

class DomainsTree implements TreeDataProvider<Branch> {
  private readonly server: LanguageServer;
  private readonly changed = new EventEmitter<undefined>();
  private readonly read = new EventEmitter<DomainsReply>();
  readonly onDidChangeTreeData = this.changed.event;
  readonly onDidRead = this.read.event;

  constructor(server: LanguageServer) {
    this.server = server;
  }

  refresh(): void {
    this.changed.fire(undefined);
  }

  async getChildren(branch?: Branch): Promise<Branch[]> {
    if (branch !== undefined) return [...childrenOf(branch, folderOf)];
    const reply = await this.server.ask('xlcfg/domains', {});
    this.read.fire(reply);
    return [...rootsOf(reply, folderOf)];
  }

  getTreeItem(branch: Branch): TreeItem {
    return itemOf(branch);
  }

  dispose(): void {
    Disposable.from(this.changed, this.read).dispose();
  }
}

/** From the folder of the workspace on. */
function folderOf(uri: string): string {
  const path = workspace.asRelativePath(Uri.parse(uri, true));
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function itemOf(branch: Branch): TreeItem {
  switch (branch.kind) {
    case 'host':
      return group(branch, branch.host.name, 'server', branch.host.detail);
    case 'others':
      return group(branch, l10n.t('No known host'), 'question');
    case 'folder':
      return group(branch, branch.path, 'folder');
    case 'domain':
      return domainItem(branch.domain);
    case 'device':
      return deviceItem(branch.device);
    default: {
      const unreachable: never = branch;
      return unreachable;
    }
  }
}

/** More domains than these are not shown before somebody asks. */
const MANY = 50;

function group({ kind, domains }: Extract<Branch, { readonly domains: unknown }>, label: string, icon: string, detail = ''): TreeItem {
  const item = new TreeItem(label, domains.length > MANY ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded);
  item.contextValue = kind;
  item.iconPath = new ThemeIcon(icon);
  item.description = joined([countDomains(domains), detail]);
  return item;
}

function countDomains({ length }: readonly DomainItem[]): string {
  return length === 1 ? l10n.t('1 domain') : l10n.t('{0} domains', length);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

function domainItem(domain: DomainItem): TreeItem {
  const { name, detail, summary, verdict, errors, warnings, devices } = domain;
  const item = new TreeItem(name, devices.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed);
  const problems = joined([countErrors(errors), countWarnings(warnings)]);
  item.contextValue = 'domain';
  item.description = joined([detail, verdictName(verdict), problems]);
  item.iconPath = new ThemeIcon(errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'vm', iconColor(errors, warnings));
  const tooltip = new MarkdownString();
  // What comes from a config is text, whatever it holds.
  for (const line of [name, detail, summary, problems]) if (line !== '') tooltip.appendText(line).appendMarkdown('\n\n');
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: joined([name, detail, summary, problems]) };
  item.command = openCommand(domain);
  return item;
}

function countErrors(count: number): string {
  if (count === 0) return '';
  return count === 1 ? l10n.t('1 error') : l10n.t('{0} errors', count);
}

function countWarnings(count: number): string {
  if (count === 0) return '';
  return count === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', count);
}

function iconColor(errors: number, warnings: number): ThemeColor | undefined {
  if (errors > 0) return new ThemeColor('list.errorForeground');
  return warnings > 0 ? new ThemeColor('list.warningForeground') : undefined;
}

function verdictName(verdict: DomainItem['verdict']): string {
  const names: Readonly<Record<DomainItem['verdict'], string>> = {
    movable: l10n.t('movable'),
    conditional: l10n.t('movable on conditions'),
    tied: l10n.t('tied to its host'),
    unknown: '',
  };
  return names[verdict];
}

const DEVICE_ICONS: Readonly<Record<string, string>> = { disk: 'database', vif: 'plug', pci: 'circuit-board', usbdev: 'circuit-board' };

function deviceItem(device: DeviceItem): TreeItem {
  const { option, text } = device;
  const item = new TreeItem(option, TreeItemCollapsibleState.None);
  item.contextValue = 'device';
  item.description = text;
  item.tooltip = `${option}: ${text}`;
  item.iconPath = new ThemeIcon(DEVICE_ICONS[option] ?? 'symbol-field');
  item.command = openCommand(device);
  return item;
}

function openCommand({ uri, line, character }: DocumentPlace): Command {
  const selection = new Range(line, character, line, character);
  return { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(uri, true), { selection, preview: true }] };
}
