/** What the extension does in every host: starts the client, and shows what the server knows. */
import { commands, type ExtensionContext, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions, Notifications } from '../../protocol/requests';
import { createErrorHandler } from './error-handler';
import { registerCheckUpgrade } from './check-upgrade';
import { registerExplainError } from './explain-error';
import { registerFixAll } from './fix-all';
import { registerInspectKernel } from './inspect-kernel';
import { registerLanguageDetection } from './language-detection';
import { LANGUAGE_ID } from './language-id';
import { registerMigrationReport } from './migration-report';
import { ReportPages } from './report-pages';
import { registerTargetStatus } from './target-status';

/** The running language client, as far as the extension uses it. */
export type Client = BaseLanguageClient;

const TRUSTED: keyof Notifications = 'xlcfg/trusted';

/** Starts the client that `create` makes, and everything around it. */
export async function startExtension(context: ExtensionContext, create: (options: LanguageClientOptions) => Client): Promise<Client> {
  const output = window.createOutputChannel('Xen Domain Configs', { log: true });
  const client = create({
    documentSelector: listSchemes().map((scheme) => ({ scheme, language: LANGUAGE_ID })),
    outputChannel: output,
    // The server asks for the settings; the file watcher it registers by itself.
    synchronize: {},
    // VS Code's command that opens the list of completions can be in an item.
    initializationOptions: (): InitializationOptions => ({ suggestAgain: true, isTrusted: workspace.isTrusted }),
    errorHandler: createErrorHandler(),
    // The library would show a message of its own.
    initializationFailedHandler: () => false,
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
  });
  const pages = new ReportPages();
  context.subscriptions.push(
    output,
    pages,
    workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(TRUSTED)),
    commands.registerCommand('xlcfg.restartServer', async () => {
      // One that ended too often is stopped already.
      if (client.needsStop()) await client.stop();
      await client.start();
    }),
    commands.registerCommand('xlcfg.showOutput', () => {
      output.show();
    }),
    registerFixAll(),
    registerExplainError(client, pages),
    registerCheckUpgrade(client, pages),
    registerInspectKernel(client, pages),
    registerMigrationReport(client),
    registerTargetStatus(client),
    registerLanguageDetection(client, context.workspaceState),
  );
  await client.start();
  return client;
}

/**
 * Where configs are that a person writes. Other schemes show a config a second time, as a comparison or a timeline
 * does, and its problems are not wanted twice.
 */
function listSchemes(): readonly string[] {
  const ofFolders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', 'untitled', ...ofFolders])];
}
