/** The command that looks into a kernel image and shows what it is. */
import { commands, Disposable, type DocumentLink, l10n, type TextEditor, Uri, window } from 'vscode';
import { LANGUAGE_ID } from './language-id';
import type { LanguageServer } from './language-server';
import type { ReportPages } from './report-pages';
import { plainWords } from './plain-words';

/** Tells the menu of the editor that the cursor is on the line of a kernel. */
const ON_KERNEL = 'xlcfg.onKernel';
/** So many links of a config get their targets. */
const MAX_LINKS = 1000;
const KERNEL_LINE = /^\s*kernel\s*=/;

export function registerInspectKernel(server: LanguageServer, pages: ReportPages): Disposable {
  let wasOnKernel = false;
  const look = (editor: TextEditor | undefined): void => {
    const isOnKernel = isConfig(editor) && KERNEL_LINE.test(editor.document.lineAt(editor.selection.active.line).text);
    if (isOnKernel === wasOnKernel) return;
    wasOnKernel = isOnKernel;
    void commands.executeCommand('setContext', ON_KERNEL, isOnKernel);
  };
  look(window.activeTextEditor);
  return Disposable.from(
    window.onDidChangeActiveTextEditor(look),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) look(textEditor);
    }),
    commands.registerCommand('xlcfg.inspectKernel', async (given?: unknown) => {
      const editor = window.activeTextEditor;
      const picked = await findImage(given, editor);
      if (picked === undefined) return;
      const page = await server.ask('xlcfg/inspectImage', {
        file: picked.toString(),
        ...(isConfig(editor) ? { uri: editor.document.uri.toString() } : {}),
      });
      if (page === null) {
        void window.showWarningMessage(plainWords(l10n.t('{0} cannot be read.', picked.fsPath)));
        return;
      }
      await pages.show(picked.path.split('/').at(-1) ?? '', page);
    }),
  );
}

function isConfig(editor: TextEditor | undefined): editor is TextEditor {
  return editor?.document.languageId === LANGUAGE_ID;
}

/** The file that the explorer gives, the one that the line of the cursor names, or one that the person chooses. */
async function findImage(given: unknown, editor: TextEditor | undefined): Promise<Uri | undefined> {
  // The menu of the editor gives the config itself.
  const isOther = given instanceof Uri && given.toString() !== editor?.document.uri.toString();
  if (isOther) return given;
  const named = given instanceof Uri && isConfig(editor) ? await findNamedFile(editor) : undefined;
  return named ?? (await window.showOpenDialog({ title: l10n.t('Kernel image') }))?.[0];
}

/** The target of the link in the line of the cursor. */
async function findNamedFile({ document, selection }: TextEditor): Promise<Uri | undefined> {
  const links = await commands.executeCommand<readonly DocumentLink[]>('vscode.executeLinkProvider', document.uri, MAX_LINKS);
  return links.find(
    ({ range, target }) => target !== undefined && range.start.line <= selection.active.line && range.end.line >= selection.active.line,
  )?.target;
}
