/** The language status item: for which Xen the open config is judged, and a picker to change it. */
import {
  commands,
  ConfigurationTarget,
  Disposable,
  l10n,
  languages,
  LanguageStatusSeverity,
  type QuickPickItem,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE_ID } from './language-id';
import type { LanguageServer } from './language-server';
import type { TargetReply } from '../../protocol/requests';

const SELECT_COMMAND = 'xlcfg.selectXenVersion';

const SOURCES: Readonly<Record<TargetReply['source'], string>> = {
  comment: l10n.t('from the comment in this file'),
  project: l10n.t('from .xlcfg.json'),
  setting: l10n.t('from the settings'),
  default: l10n.t('newest stable release'),
};

const ARCHITECTURES: Readonly<Record<string, string>> = { x86: 'x86', arm: 'Arm' };

/** Shows the target of the active config, and registers the command that changes it. */
export function registerTargetStatus(server: LanguageServer): Disposable {
  const item = languages.createLanguageStatusItem('xlcfg.target', { language: LANGUAGE_ID });
  item.name = l10n.t('Xen target');
  item.text = 'Xen';
  item.command = { command: SELECT_COMMAND, title: l10n.t('Change') };
  const update = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE_ID || !server.isRunning) return;
    const target = await askTarget(server, document);
    if (target === undefined) return;
    item.text = `Xen ${target.xen}, ${ARCHITECTURES[target.arch] ?? target.arch}`;
    const migration = await askMigration(server, document);
    const inferred =
      target.archOption === undefined ? [] : [l10n.t('{0} because of {1}', ARCHITECTURES[target.arch] ?? '', target.archOption)];
    item.detail = [SOURCES[target.source], ...inferred, ...(migration === undefined ? [] : [migration])].join('; ');
    item.severity = LanguageStatusSeverity.Information;
  };
  return Disposable.from(
    item,
    commands.registerCommand(SELECT_COMMAND, () => selectTarget(server)),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidChangeTextDocument(({ document }) => (document === window.activeTextEditor?.document ? update() : undefined)),
    workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration('xlcfg') ? update() : undefined)),
    server.onDidStart(update),
  );
}

async function askTarget(server: LanguageServer, document: TextDocument): Promise<TargetReply | undefined> {
  return (await server.ask('xlcfg/target', { uri: document.uri.toString() })) ?? undefined;
}

/** The verdict on the domain in one phrase. */
async function askMigration(server: LanguageServer, document: TextDocument): Promise<string | undefined> {
  const { items } = await server.ask('xlcfg/migration', { uri: document.uri.toString() });
  return items[0]?.summary;
}

async function selectTarget(server: LanguageServer): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== LANGUAGE_ID) {
    await window.showInformationMessage(l10n.t('Open a Xen domain config first.'));
    return;
  }
  const target = await askTarget(server, document);
  if (target === undefined) return;
  const xen = await window.showQuickPick(
    target.versions.map((version) => ({ label: version, description: version === target.xen ? l10n.t('current') : '' })),
    { title: l10n.t('Xen version that the config is written for') },
  );
  if (xen === undefined) return;
  const arch = await window.showQuickPick(
    Object.entries(ARCHITECTURES).map(([id, label]) => ({ id, label, description: id === target.arch ? l10n.t('current') : '' })),
    { title: l10n.t('Architecture of the host') },
  );
  if (arch === undefined) return;
  const place = await window.showQuickPick(listPlaces(server, document), { title: l10n.t('Where to keep it') });
  await place?.write(document, xen.label, arch.id);
}

interface Place extends QuickPickItem {
  readonly write: (document: TextDocument, xen: string, arch: string) => Promise<void>;
}

function listPlaces(server: LanguageServer, document: TextDocument): readonly Place[] {
  const inFile = async ({ uri }: TextDocument, xen: string, arch: string): Promise<void> => {
    await server.ask('xlcfg/setTarget', { uri: uri.toString(), xen, arch });
  };
  const inSettings = (target: ConfigurationTarget) => async (resource: TextDocument, xen: string, arch: string) => {
    const section = workspace.getConfiguration('xlcfg', resource);
    await section.update('xenVersion', xen, target);
    await section.update('architecture', arch, target);
  };
  const places: Place[] = [{ label: l10n.t('This file'), description: l10n.t('a comment at the top'), write: inFile }];
  if (workspace.getWorkspaceFolder(document.uri) !== undefined) {
    places.push({ label: l10n.t('This workspace'), description: l10n.t('its settings'), write: inSettings(ConfigurationTarget.Workspace) });
  }
  places.push({ label: l10n.t('Everywhere'), description: l10n.t('the user settings'), write: inSettings(ConfigurationTarget.Global) });
  return places;
}
