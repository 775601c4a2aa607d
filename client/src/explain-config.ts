/** The command that shows which domain xl makes of a config, beside it and as it is typed. */
import { commands, Disposable, l10n, type TextDocument, window, workspace } from 'vscode';
import { findActiveConfig, nameOf } from './active-config';
import type { LanguageServer } from './language-server';
import type { ReportPages } from './report-pages';

/** How long typing rests before the page follows, in milliseconds. */
const REST = 200;

export function registerExplainConfig(server: LanguageServer, pages: ReportPages): Disposable {
  /** The configs whose pages were asked for; they are followed until they are closed. */
  const followed = new Map<string, ReturnType<typeof setTimeout> | undefined>();
  const explain = async (document: TextDocument): Promise<string | undefined> =>
    (await server.ask('xlcfg/explain', { uri: document.uri.toString() }))?.markdown;
  const follow = async (document: TextDocument): Promise<void> => {
    const markdown = document.isClosed ? undefined : await explain(document);
    if (markdown !== undefined) await pages.update(titleOf(document), markdown, document.uri.toString());
  };
  const forget = (uri: string): void => {
    clearTimeout(followed.get(uri));
    followed.delete(uri);
  };
  return Disposable.from(
    commands.registerCommand('xlcfg.explainConfig', async (given?: unknown) => {
      const document = await findActiveConfig(given);
      const markdown = document === undefined ? undefined : await explain(document);
      if (document === undefined || markdown === undefined) return;
      const uri = document.uri.toString();
      followed.set(uri, undefined);
      const isBeside = window.activeTextEditor?.document === document;
      await pages.show(titleOf(document), markdown, { isBeside, about: uri });
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      const uri = document.uri.toString();
      if (!followed.has(uri)) return;
      clearTimeout(followed.get(uri));
      // What cannot be asked now is asked with the next change.
      followed.set(
        uri,
        setTimeout(() => void follow(document).catch(() => undefined), REST),
      );
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      forget(uri.toString());
    }),
    new Disposable(() => {
      for (const uri of followed.keys()) forget(uri);
    }),
  );
}

function titleOf(document: TextDocument): string {
  return l10n.t('{0} explained', nameOf(document));
}
