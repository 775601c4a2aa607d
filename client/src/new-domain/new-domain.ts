/** The command that asks for a new domain and opens its config, which nobody has saved yet. */
import { commands, Disposable, languages, Position, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { NewDomainReply } from '../../../protocol/requests';
import { LANGUAGE_ID } from '../language-id';
import type { LanguageServer } from '../language-server';
import { showStep } from './dialogs';
import { askForDomain } from './flow';

/** Is set where there are configs, so that the menus of other workspaces stay as they are. */
const CONTEXT_KEY = 'xlcfg.isInUse';

export function registerNewDomain(server: LanguageServer): Disposable {
  return Disposable.from(
    server.onDidStart(() => commands.executeCommand('setContext', CONTEXT_KEY, true)),
    commands.registerCommand('xlcfg.newDomain', async (given?: unknown) => {
      const folder = given instanceof Uri ? given : undefined;
      const uri = placeFor(folder, 'new').toString();
      const reply = await askForDomain(
        (answers, asked) => server.ask('xlcfg/newDomain', { uri, answers, asked }),
        (step) => showStep(step, (answers) => server.ask('xlcfg/checkAnswers', { uri, answers })),
      );
      if (reply !== undefined) await openConfig(folder, reply);
    }),
  );
}

/** Where a config would lie: its project decides what it is written for. */
function placeFor(folder: Uri | undefined, name: string): Uri {
  const parent = folder ?? workspace.workspaceFolders?.[0]?.uri;
  return parent === undefined ? Uri.from({ scheme: 'untitled', path: `${name}.cfg` }) : Uri.joinPath(parent, `${name}.cfg`);
}

/** Opens it as a file that is not saved; in a folder that was chosen, saving needs no name any more. */
async function openConfig(folder: Uri | undefined, { text, name }: NewDomainReply): Promise<void> {
  const place = folder?.scheme === 'file' ? await findFreePlace(folder, name) : undefined;
  if (place === undefined) {
    await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGE_ID, content: text }));
    return;
  }
  const empty = await workspace.openTextDocument(place.with({ scheme: 'untitled' }));
  const document = await languages.setTextDocumentLanguage(empty, LANGUAGE_ID);
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), text);
  await workspace.applyEdit(edit);
  await window.showTextDocument(document);
}

/** More files of one name nobody has. */
const MAX_NUMBER = 100;

/** A file that is neither there nor open. */
async function findFreePlace(folder: Uri, name: string): Promise<Uri | undefined> {
  for (let number = 1; number <= MAX_NUMBER; number += 1) {
    const place = placeFor(folder, number === 1 ? name : `${name}-${number}`);
    const isOpen = workspace.textDocuments.some(({ uri }) => uri.path === place.path);
    if (!isOpen && !(await isThere(place))) return place;
  }
  return undefined;
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
