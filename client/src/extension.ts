/** What the extension does in every host: registers what a person can do, and starts the server for the first config. */
import { commands, Disposable, type ExtensionContext, languages, type TextDocument, window, workspace } from 'vscode';
import { registerCheckUpgrade } from './check-upgrade';
import type { Surroundings } from './client-options';
import { registerDomainsView } from './domains/domains-view';
import { registerTopology } from './domains/topology-panel';
import { registerExamples } from './examples';
import { registerExplainConfig } from './explain-config';
import { registerExplainError } from './explain-error';
import { registerFixAll } from './fix-all';
import { registerInspectKernel } from './inspect-kernel';
import { registerLanguageDetection } from './language-detection';
import { LANGUAGE_ID } from './language-id';
import { type Client, LanguageServer } from './language-server';
import { registerMapBoot } from './map-boot';
import { registerMigrationReport } from './migration-report';
import { registerPasteDevices } from './paste-devices';
import { registerPlanEvacuation } from './plan-evacuation';
import { registerNewDomain } from './new-domain/new-domain';
import { ReportPages } from './report-pages';
import { registerRulePages } from './rule-pages';
import { registerTargetStatus } from './target-status';

/** What a host can do that others cannot. */
export type RegisterHost = (server: LanguageServer, pages: ReportPages) => Disposable;

/** Registers everything around a server that `create` makes the client of, once it is needed. */
export function registerExtension(
  context: ExtensionContext,
  create: (surroundings: Surroundings) => Promise<Client>,
  registerHost: RegisterHost = () => new Disposable(() => undefined),
): LanguageServer {
  const output = window.createOutputChannel('Xen Domain Configs', { log: true });
  const selector = listSchemes().map((scheme) => ({ scheme, language: LANGUAGE_ID }));
  const server = new LanguageServer(() => create({ selector, output }));
  const pages = new ReportPages();
  context.subscriptions.push(
    output,
    pages,
    workspace.onDidGrantWorkspaceTrust(() => server.tell('xlcfg/trusted')),
    commands.registerCommand('xlcfg.restartServer', () => server.restart()),
    commands.registerCommand('xlcfg.showOutput', () => {
      output.show();
    }),
    registerFixAll(),
    registerRulePages(),
    registerPasteDevices(server, selector),
    registerExplainConfig(server, pages),
    registerExplainError(server, pages),
    registerCheckUpgrade(server, pages),
    registerExamples(context.extensionUri),
    registerInspectKernel(server, pages),
    registerMapBoot(),
    registerMigrationReport(server),
    registerDomainsView(server),
    registerTopology(server, context.extensionUri),
    registerNewDomain(server),
    registerPlanEvacuation(server, pages),
    registerTargetStatus(server, context.workspaceState),
    registerLanguageDetection(server, context.workspaceState),
    registerHost(server, pages),
    startForConfigs(server, selector),
  );
  return server;
}

/** Starts the server when a document that it is for is open. */
function startForConfigs(server: LanguageServer, selector: Surroundings['selector']): Disposable {
  const look = (document: TextDocument): void => {
    if (languages.match(selector, document) === 0) return;
    void commands.executeCommand('setContext', 'xlcfg.hasConfig', true);
    void server.start();
  };
  workspace.textDocuments.forEach(look);
  return workspace.onDidOpenTextDocument(look);
}

/**
 * Where configs are that a person writes. Other schemes show a config a second time, as a comparison or a timeline
 * does, and its problems are not wanted twice.
 */
function listSchemes(): readonly string[] {
  const ofFolders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', 'untitled', ...ofFolders])];
}
