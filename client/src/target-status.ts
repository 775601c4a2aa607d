/** The status items: for which Xen the open config is judged, who says so, and a picker to change it. */
import {
  commands,
  Disposable,
  l10n,
  languages,
  LanguageStatusSeverity,
  type Memento,
  StatusBarAlignment,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE_ID } from './language-id';
import type { LanguageServer } from './language-server';
import type { TargetReply } from '../../protocol/requests';
import { selectTarget } from './select-target';
import { ARCHITECTURE_NAMES } from './target-names';

const SELECT_COMMAND = 'xlcfg.selectXenVersion';

/** VS Code's own item for the language has 100.1. */
const BESIDE_THE_LANGUAGE = 100.05;

const SOURCES: Readonly<Record<TargetReply['source'], string>> = {
  comment: l10n.t('from the comment in this file'),
  project: l10n.t('from .xlcfg.json'),
  setting: l10n.t('from the settings'),
  default: l10n.t('newest stable release'),
};

/** Shows the target of the active config, and registers the command that changes it. */
export function registerTargetStatus(server: LanguageServer, memory: Memento): Disposable {
  const item = languages.createLanguageStatusItem('xlcfg.target', { language: LANGUAGE_ID });
  item.name = l10n.t('Xen target');
  item.text = 'Xen';
  item.command = { command: SELECT_COMMAND, title: l10n.t('Change') };
  // The language status hides what it says behind a sign, so the bar has the same as text.
  const bar = window.createStatusBarItem('xlcfg.target', StatusBarAlignment.Right, BESIDE_THE_LANGUAGE);
  bar.name = item.name;
  bar.command = SELECT_COMMAND;
  const show = (target: TargetReply, migration: string | undefined): void => {
    const arch = ARCHITECTURE_NAMES[target.arch] ?? target.arch;
    const inferred = target.archOption === undefined ? [] : [l10n.t('{0} because of {1}', arch, target.archOption)];
    const source = [SOURCES[target.source], ...inferred].join('; ');
    item.text = `Xen ${target.xen}, ${arch}`;
    item.detail = [source, ...(migration === undefined ? [] : [migration])].join('; ');
    item.severity = LanguageStatusSeverity.Information;
    bar.text = item.text;
    bar.tooltip = `${item.text}: ${source}`;
    bar.show();
  };
  const update = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE_ID) {
      bar.hide();
      return;
    }
    if (!server.isRunning) return;
    const [target, migration] = await Promise.all([askTarget(server, document), askMigration(server, document)]);
    // Meanwhile another document can be the active one.
    if (target !== undefined && window.activeTextEditor?.document === document) show(target, migration);
  };
  return Disposable.from(
    item,
    bar,
    commands.registerCommand(SELECT_COMMAND, async () => {
      await selectTarget(server, memory);
      await update();
    }),
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
