/** The command that explains what xl and the programs around it say. */
import { commands, type Disposable, env, l10n, Range, type TextEditor, ViewColumn, window } from 'vscode';
import { LANGUAGE_ID } from './language-id';
import type { LanguageServer } from './language-server';
import type { ReportPages } from './report-pages';

export function registerExplainError(server: LanguageServer, pages: ReportPages): Disposable {
  return commands.registerCommand('xlcfg.explainError', async (given?: unknown) => {
    const config = findConfig();
    const log = typeof given === 'string' ? given : await askForLog();
    if (log === undefined || log.trim() === '') return;
    const uri = config?.document.uri.toString();
    const { markdown, place } = await server.ask('xlcfg/explainErrors', { log, ...(uri === undefined ? {} : { uri }) });
    if (config !== undefined && place !== null) {
      const range = new Range(place.line, place.character, place.line, place.character);
      await window.showTextDocument(config.document, { viewColumn: config.viewColumn ?? ViewColumn.Active, selection: range });
    }
    await pages.show(l10n.t('xl error'), markdown, { isBeside: config !== undefined });
  });
}

/** The config that is open: the active one, or else the only one that can be seen. */
function findConfig(): TextEditor | undefined {
  const isConfig = ({ document }: TextEditor): boolean => document.languageId === LANGUAGE_ID;
  const active = window.activeTextEditor;
  if (active !== undefined && isConfig(active)) return active;
  const visible = window.visibleTextEditors.filter(isConfig);
  return visible.length === 1 ? visible[0] : undefined;
}

/** What is selected in the editor or the terminal, to be taken as it is or changed. */
async function askForLog(): Promise<string | undefined> {
  const selected = selectionIn(window.activeTextEditor) ?? (await terminalSelection());
  // The box has one line.
  const value = selected?.replaceAll(/\s*\n\s*/g, ' ');
  const answer = await window.showInputBox({
    title: l10n.t('Explain an xl Error'),
    prompt: l10n.t('What xl, libxl, QEMU or a hotplug script says: one message, or a whole log'),
    placeHolder: 'libxl: error: …',
    ignoreFocusOut: true,
    ...(value === undefined ? {} : { value }),
  });
  return answer === value ? selected : answer;
}

/** A selection in a config is not a message. */
function selectionIn(editor: TextEditor | undefined): string | undefined {
  if (editor === undefined || editor.selection.isEmpty || editor.document.languageId === LANGUAGE_ID) return undefined;
  return editor.document.getText(editor.selection);
}

/** VS Code tells the selection of a terminal only through the clipboard, which gets its text back; what is no text stays. */
async function terminalSelection(): Promise<string | undefined> {
  if (window.activeTerminal === undefined) return undefined;
  const before = await env.clipboard.readText();
  if (before !== '') await env.clipboard.writeText('');
  await commands.executeCommand('workbench.action.terminal.copySelection');
  const selected = await env.clipboard.readText();
  if (before !== '') await env.clipboard.writeText(before);
  return selected === '' ? undefined : selected;
}
