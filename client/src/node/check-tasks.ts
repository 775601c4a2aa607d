/** Tasks that check folders with the bundled command line, so that Problems shows what is in files that are not open. */
import * as path from 'node:path';
import {
  commands,
  Disposable,
  l10n,
  CustomExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  tasks,
  Uri,
  window,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import { LANGUAGE_ID } from '../language-id';
import { createCheckTerminal } from './check-terminal';
import { checkArguments, type CheckDefinition, hasVariable, type JudgingSettings, readDefinition } from './check-arguments';

/** The type of the tasks, as package.json declares it. */
const TYPE = 'xlcfg';
/** Tells menus that the tasks are there. */
const IS_THERE = 'xlcfg.runsTasks';

/** @param program the bundle of the command line */
export function registerCheckTasks(program: string): Disposable {
  void commands.executeCommand('setContext', IS_THERE, true);
  return Disposable.from(
    tasks.registerTaskProvider(TYPE, {
      provideTasks: () => listTasks(program),
      resolveTask: ({ definition, scope }) => {
        const folder = typeof scope === 'object' ? scope : listFolders()[0];
        const wanted = readDefinition(definition);
        // VS Code demands the same object.
        return folder === undefined || wanted === undefined ? undefined : makeTask(program, folder, wanted, definition);
      },
    }),
    commands.registerCommand('xlcfg.checkFolder', async (given?: unknown) => {
      const uri = given instanceof Uri ? given : window.activeTextEditor?.document.uri;
      const task = uri === undefined ? undefined : taskOfFolder(program, uri, given instanceof Uri);
      if (task === undefined) await window.showInformationMessage(l10n.t('Choose a folder of the workspace first.'));
      else await tasks.executeTask(task);
    }),
  );
}

/** The folders that a program of this machine can be started in. */
function listFolders(): readonly WorkspaceFolder[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}

/** The tasks of each folder of the workspace, and that of the config that is open. */
function listTasks(program: string): Task[] {
  const document = window.activeTextEditor?.document;
  const ofOpen = document?.languageId === LANGUAGE_ID ? taskOfFolder(program, document.uri, false) : undefined;
  const ofFolders = listFolders().flatMap((folder) => [
    makeTask(program, folder, { check: 'all' }),
    makeTask(program, folder, { check: 'changed' }),
  ]);
  return [...ofFolders, ...(ofOpen?.definition['folder'] === undefined ? [] : [ofOpen])];
}

/** The task that checks a folder, or the folder of a file. */
function taskOfFolder(program: string, uri: Uri, isFolder: boolean): Task | undefined {
  const owner = workspace.getWorkspaceFolder(uri);
  const folder = listFolders().find(({ index }) => index === owner?.index);
  if (folder === undefined) return undefined;
  const inside = path.relative(folder.uri.fsPath, isFolder ? uri.fsPath : path.dirname(uri.fsPath)).replaceAll('\\', '/');
  if (hasVariable(inside)) return undefined;
  return makeTask(program, folder, { check: 'all', ...(inside === '' ? {} : { folder: inside }) });
}

function makeTask(
  program: string,
  folder: WorkspaceFolder,
  wanted: CheckDefinition,
  definition: TaskDefinition = { type: TYPE, ...wanted },
): Task {
  // VS Code has put its values in the place of variables in tasks.json then.
  const execution = new CustomExecution(async (resolved) => {
    const args = checkArguments(readDefinition(resolved) ?? wanted, settingsOf(folder));
    return createCheckTerminal([program, ...args], folder.uri.fsPath);
  });
  const task = new Task(definition, folder, nameOf(wanted), TYPE, execution, ['$xlcfg']);
  task.group = TaskGroup.Build;
  task.presentationOptions = { clear: true, showReuseMessage: false };
  return task;
}

function nameOf({ check, folder }: CheckDefinition): string {
  if (check === 'changed') return folder === undefined ? l10n.t('check changed configs') : l10n.t('check changed configs in {0}', folder);
  return folder === undefined ? l10n.t('check all configs') : l10n.t('check configs in {0}', folder);
}

function settingsOf({ uri }: WorkspaceFolder): JudgingSettings {
  const section = workspace.getConfiguration('xlcfg', uri);
  return {
    xenVersion: section.get('xenVersion', ''),
    architecture: section.get('architecture', ''),
    rules: section.get('rules', {}),
    roots: section.get('roots', {}),
  };
}
