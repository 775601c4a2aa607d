/** Wires the handlers to a connection. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { InitializationOptions } from '../../../protocol/requests';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService } from '../language-service';
import { PROJECT_FILE_NAME } from '../project/project-file';
import { SettingsStore } from './document-settings';
import { type Diagnostics, handleDiagnostics } from './diagnostics';
import { EDITED_DOCUMENT } from './edited-document';
import { fileNameOf } from './file-name';
import { HANDLERS } from './handlers/index';
import { type ProjectHost, ProjectFiles } from './project-files';
import { send } from './send';
import { type ClientAbilities, type FileAccess, Session } from './session';
import { followWorkspace, type Workspace } from './opened-workspace';
import { WorkspaceFiles, type WorkspaceHost } from './workspace-files';

/** How configs are called whose names are of interest to others; others are looked at now and then. */
const CONFIG_NAMES = ['*.{cfg,conf,xl,xlcfg,hvm,pv,pvh,xm}', '{xlexample.*,xmexample*}'];

export interface ServerParts {
  readonly host: ProjectHost & WorkspaceHost;
  readonly files: FileAccess;
  /** Keeps everything that looks at files to what the person trusts; called at the start and with each change. */
  readonly limitTo: (workspace: Workspace) => void;
  /** The folder URI of the rule pages, with a slash at the end. */
  readonly rulePages: string;
  /** The same of the pages of options. */
  readonly optionPages: string;
  readonly version: string;
}

/** Starts serving a connection. */
export function startServer(connection: Connection, parts: ServerParts): void {
  const documents = new TextDocuments(EDITED_DOCUMENT);
  connection.onInitialize((params) => {
    const abilities = readAbilities(params);
    const pushed: PushedSettings = { settings: params.initializationOptions };
    const workspace = followWorkspace(connection, params, (changed) => {
      parts.limitTo(changed);
      session.workspaceFiles.filesChanged();
      refresh();
    });
    parts.limitTo(workspace.now);
    const session = createSession(connection, documents, parts, abilities, pushed, () => workspace.now.folders);
    const diagnostics = registerHandlers(session);
    const refresh = (): void => {
      session.surroundingsChanged();
      diagnostics.refreshAll();
    };
    connection.onInitialized(() => {
      workspace.listen();
      void registerForChanges(session);
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      pushed.settings = readSection(settings) ?? pushed.settings;
      refresh();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      session.workspaceFiles.filesChanged();
      if (changes.length === 0 || changes.some(({ uri }) => fileNameOf(uri) === PROJECT_FILE_NAME)) refresh();
    });
    parts.host.onChange(refresh);
    parts.files.onChange(refresh);
    return describeServer(abilities, parts.version);
  });
  documents.listen(connection);
  connection.listen();
}

/** The settings of an editor that cannot be asked: given at the start, and sent when they change. */
interface PushedSettings {
  settings: unknown;
}

function readSection(settings: unknown): unknown {
  return typeof settings === 'object' && settings !== null && 'xlcfg' in settings ? settings.xlcfg : undefined;
}

function createSession(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  { host, files, rulePages, optionPages }: ServerParts,
  abilities: ClientAbilities,
  pushed: PushedSettings,
  folders: () => readonly string[],
): Session {
  const askEditor = (uri: string): Promise<unknown> =>
    abilities.hasConfiguration
      ? connection.workspace.getConfiguration({ scopeUri: uri, section: 'xlcfg' })
      : Promise.resolve(pushed.settings);
  const service = createLanguageService();
  const projects = new ProjectFiles(
    host,
    {
      isOpen: (uri) => documents.get(uri) !== undefined,
      show: (uri, diagnostics) => {
        send(() => connection.sendDiagnostics({ uri, diagnostics }));
      },
    },
    service.say,
  );
  const settings = new SettingsStore(projects, askEditor);
  const workspaceFiles = new WorkspaceFiles(host, service, folders, projects);
  return new Session({ connection, documents, service, settings, abilities, rulePages, optionPages, workspaceFiles, files });
}

function registerHandlers(session: Session): Diagnostics {
  const diagnostics = handleDiagnostics(session);
  session.onFactsChange = () => {
    diagnostics.refreshAll();
  };
  for (const handler of HANDLERS) handler.listen(session);
  session.documents.onDidChangeContent(({ document }) => {
    session.textChanged(document.uri);
    diagnostics.refresh(document.uri);
  });
  session.documents.onDidClose(({ document }) => {
    session.close(document.uri);
    diagnostics.clear(document.uri);
  });
  return diagnostics;
}

async function registerForChanges({ connection, abilities }: Session): Promise<void> {
  try {
    if (abilities.hasConfiguration) await connection.client.register(DidChangeConfigurationNotification.type, { section: 'xlcfg' });
    if (abilities.watchesFiles) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [PROJECT_FILE_NAME, ...CONFIG_NAMES].map((name) => ({ globPattern: `**/${name}` })),
      });
    }
  } catch (error) {
    connection.console.warn(`The editor does not tell about changes: ${String(error)}`);
  }
}

function readAbilities({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const { workspace, textDocument } = capabilities;
  return {
    hasConfiguration: workspace?.configuration === true && workspace.didChangeConfiguration?.dynamicRegistration === true,
    createsFiles: createsFiles(workspace),
    ...readTextAbilities(textDocument),
    confirmsChanges: confirmsChanges(workspace),
    showsRulePages: isSaid(initializationOptions, 'rulePages'),
    suggestsAgain: isSaid(initializationOptions, 'suggestAgain'),
    ...readRefreshes(workspace),
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  };
}

function readTextAbilities(
  abilities: InitializeParams['capabilities']['textDocument'],
): Pick<ClientAbilities, 'preparesRename' | 'hasSnippets' | 'pullsDiagnostics'> {
  return {
    preparesRename: abilities?.rename?.prepareSupport === true,
    hasSnippets: abilities?.completion?.completionItem?.snippetSupport === true,
    pullsDiagnostics: abilities?.diagnostic !== undefined,
  };
}

/** What the editor asks for again when it is told that it changed. */
function readRefreshes(
  workspace: InitializeParams['capabilities']['workspace'],
): Pick<ClientAbilities, 'refreshesDiagnostics' | 'refreshesInlayHints'> {
  return {
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
  };
}

function createsFiles(workspace: InitializeParams['capabilities']['workspace']): boolean {
  return workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
}

function confirmsChanges(workspace: InitializeParams['capabilities']['workspace']): boolean {
  const { documentChanges, changeAnnotationSupport } = workspace?.workspaceEdit ?? {};
  return documentChanges === true && changeAnnotationSupport !== undefined;
}

/** Whether the client says of itself that it can do something that the protocol has no word for. */
function isSaid(options: unknown, ability: keyof InitializationOptions): boolean {
  return typeof options === 'object' && options !== null && Reflect.get(options, ability) === true;
}

function describeServer(abilities: ClientAbilities, version: string): InitializeResult {
  return {
    serverInfo: { name: 'xlcfg-language-server', version },
    capabilities: {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...HANDLERS.reduce<ServerCapabilities>((all, { capabilities }) => ({ ...all, ...capabilities }), {}),
      ...(abilities.preparesRename ? {} : { renameProvider: true }),
      ...(abilities.pullsDiagnostics
        ? { diagnosticProvider: { identifier: 'xlcfg', interFileDependencies: false, workspaceDiagnostics: false } }
        : {}),
    },
  };
}
