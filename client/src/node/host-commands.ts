/** Commands that ask the xl of this machine, where the extension runs beside it and the person trusts the workspace. */
import {
  commands,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  l10n,
  languages,
  ProgressLocation,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import type { RunProblem, TargetReply } from '../../../protocol/requests';
import { findActiveConfig, nameOf } from '../active-config';
import type { LanguageServer } from '../language-server';
import { plainWords } from '../plain-words';
import type { ReportPages } from '../report-pages';
import type { EditedFile, FinishedRun, XlRun } from './run-xl';

/** Tells menus that these commands are there: in the browser they are not. */
const IS_THERE = 'xlcfg.asksHost';

export function registerHostCommands(server: LanguageServer, pages: ReportPages): Disposable {
  void commands.executeCommand('setContext', IS_THERE, true);
  const problems = languages.createDiagnosticCollection('xl');
  const forget = ({ uri }: TextDocument): void => {
    if (problems.has(uri)) problems.delete(uri);
  };
  return Disposable.from(
    problems,
    // What xl said was about another text.
    workspace.onDidChangeTextDocument(({ document }) => {
      forget(document);
    }),
    workspace.onDidCloseTextDocument(forget),
    commands.registerCommand('xlcfg.dryRun', async (given?: unknown) => {
      const document = await findTrustedConfig(given);
      if (document === undefined) return;
      const { version } = document;
      const command = await findCommand(server, document);
      if (command === undefined) return;
      const run = await ask(l10n.t('Dry run with xl'), async (program, signal) => {
        const { dryRun } = await import('./run-xl');
        return dryRun(program, { text: document.getText(), name: nameOf(document), command }, signal);
      });
      const reply = run === undefined ? null : await server.ask('xlcfg/explainRun', { uri: document.uri.toString(), log: run.messages });
      if (run === undefined || reply === null || document.isClosed || document.version !== version) return;
      problems.set(document.uri, toDiagnostics(reply.problems, run));
      if (run.status === 0) void window.showInformationMessage(plainWords(successOf(document, reply.problems.length)));
      else await pages.show(l10n.t('xl on {0}', nameOf(document)), reply.markdown, { isBeside: true, about: document.uri.toString() });
    }),
    commands.registerCommand('xlcfg.compareRunning', async (given?: unknown) => {
      const document = await findTrustedConfig(given);
      if (document === undefined) return;
      const uri = document.uri.toString();
      if ((await findKind(server, document)) !== 'domain') {
        void window.showInformationMessage(plainWords(l10n.t('{0} is not the config of a domain.', nameOf(document))));
        return;
      }
      const name = (await server.ask('xlcfg/explain', { uri }))?.name;
      if (name === undefined || name === '') {
        void window.showInformationMessage(l10n.t('This config has no name yet.'));
        return;
      }
      const run = await ask(l10n.t('Asking xl about {0}', name), async (program, signal) => {
        const { listDomain } = await import('./run-xl');
        return listDomain(program, name, signal);
      });
      if (run === undefined) return;
      if (run.status !== 0) {
        void window.showWarningMessage(plainWords(l10n.t('xl does not know {0}: {1}', name, lastLineOf(run.messages))));
        return;
      }
      const reply = await server.ask('xlcfg/compareRunning', { uri, listed: run.output });
      if (reply === null) return;
      if (reply.outcome === 'different')
        await pages.show(l10n.t('{0} and {1}', nameOf(document), name), reply.markdown, { isBeside: true, about: uri });
      else void window.showInformationMessage(plainWords(reply.summary));
    }),
  );
}

/** The config, where the person trusts the workspace: a dry run reads what the config names, and xl has the rights of the person. */
async function findTrustedConfig(given: unknown): Promise<TextDocument | undefined> {
  if (workspace.isTrusted) return findActiveConfig(given);
  const manage = l10n.t('Manage Workspace Trust');
  const answer = await window.showWarningMessage(l10n.t('xl runs only in workspaces that you trust.'), manage);
  if (answer === manage) await commands.executeCommand('workbench.trust.manage');
  return undefined;
}

async function findKind(server: LanguageServer, document: TextDocument): Promise<TargetReply['file']> {
  return (await server.ask('xlcfg/target', { uri: document.uri.toString() }))?.file ?? 'domain';
}

/** The command that reads such a file without doing anything; says why where there is none. */
async function findCommand(server: LanguageServer, document: TextDocument): Promise<EditedFile['command'] | undefined> {
  const kind = await findKind(server, document);
  if (kind === 'domain') return 'create';
  if (kind === 'cpupool') return 'cpupool-create';
  void window.showInformationMessage(
    plainWords(l10n.t('xl reads its own settings at every command, so there is no dry run of {0}.', nameOf(document))),
  );
  return undefined;
}

/** Runs xl while a notification says so, which can end it; says why where it did not run. */
async function ask(title: string, run: (program: string, signal: AbortSignal) => Promise<XlRun>): Promise<FinishedRun | undefined> {
  // No workspace has a say in what is run; VS Code does not take the setting from one either.
  const program = workspace.getConfiguration('xlcfg').inspect<string>('xl.path')?.globalValue ?? 'xl';
  const ending = new AbortController();
  const notice = { location: ProgressLocation.Notification, title: plainWords(title), cancellable: true };
  const finished = await window.withProgress(notice, (_, token) => {
    token.onCancellationRequested(() => {
      ending.abort();
    });
    return run(program, ending.signal);
  });
  if (finished.kind === 'finished') return finished;
  if (!ending.signal.aborted) await tellFailure(finished.kind, program);
  return undefined;
}

async function tellFailure(kind: Exclude<XlRun['kind'], 'finished'>, program: string): Promise<void> {
  const texts = {
    missing: l10n.t('{0} cannot be run. Set xlcfg.xl.path to the xl of this machine.', program),
    'bad-path': l10n.t('xlcfg.xl.path has to be a name in PATH or an absolute path, not {0}.', program),
    ended: l10n.t('{0} did not answer in time.', program),
  };
  const open = l10n.t('Open the Setting');
  const answer = await window.showErrorMessage(plainWords(texts[kind]), open);
  if (answer === open) await commands.executeCommand('workbench.action.openSettings', 'xlcfg.xl.path');
}

function toDiagnostics(problems: readonly RunProblem[], { status }: FinishedRun): readonly Diagnostic[] {
  return problems.map(({ message, isWarning, start, end }) => {
    const range = new Range(start.line, start.character, end.line, end.character);
    const severity = isWarning || status === 0 ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
    const diagnostic = new Diagnostic(range, message, severity);
    diagnostic.source = 'xl';
    return diagnostic;
  });
}

function successOf(document: TextDocument, warnings: number): string {
  const name = nameOf(document);
  if (warnings === 0) return l10n.t('xl takes {0}.', name);
  return warnings === 1 ? l10n.t('xl takes {0}, with a warning.', name) : l10n.t('xl takes {0}, with {1} warnings.', name, warnings);
}

function lastLineOf(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
