/** `textDocument/completion` and `completionItem/resolve`. */
import type { Handler } from '../handler';
import type { CompletionItem } from 'vscode-languageserver';
import { DEFAULT_TARGET, parseArchitecture, parseXenVersion } from '../../language-service';
import { type CompletionOrigin, toCompletionItem, toMarkup } from '../convert/from-service';
import type { Session } from '../session';
import { guard } from '../guard';

export const handler: Handler = {
  capabilities: { completionProvider: { resolveProvider: true, triggerCharacters: ['=', '"', "'", ',', ' '] } },
  listen(session) {
    session.connection.onCompletion(({ textDocument, position }, token) =>
      guard<CompletionItem[]>(session, 'completion', [], token, async () => {
        const shared = await session.workspaceFiles.sharedValues();
        const analyzed = await session.analyze(textDocument.uri, token);
        if (analyzed === undefined) return [];
        const { document, analysis } = analyzed;
        const { xen, arch } = analysis.model.target;
        const completions = session.service.complete(analysis, document.offsetAt(position), shared);
        const origin: CompletionOrigin = { option: '', xen, arch };
        return completions.map((completion) => toCompletionItem(document, completion, origin, session.abilities));
      }),
    );
    session.connection.onCompletionResolve((item, token) =>
      guard(session, 'completion item', item, token, async () => resolve(session, item)),
    );
  },
};

function resolve(session: Session, item: CompletionItem): CompletionItem {
  const origin = item.data as Partial<CompletionOrigin> | undefined;
  if (origin?.option === undefined) return item;
  const xen = parseXenVersion(origin.xen ?? '') ?? DEFAULT_TARGET.xen;
  const arch = parseArchitecture(origin.arch ?? '') ?? DEFAULT_TARGET.arch;
  const markdown = session.service.describeOption(origin.option, { xen, arch });
  return markdown === undefined ? item : { ...item, documentation: toMarkup(markdown) };
}
