/** `textDocument/documentLink`. */
import type { Handler } from '../handler';
import type { DocumentLink } from 'vscode-languageserver';
import { toRange } from '../convert/from-service';
import { guard } from '../guard';

export const handler: Handler = {
  capabilities: { documentLinkProvider: {} },
  listen(session) {
    session.connection.onDocumentLinks(({ textDocument }, token) =>
      guard<DocumentLink[]>(session, 'document links', [], token, async () => {
        const analyzed = await session.analyze(textDocument.uri, token);
        if (analyzed === undefined) return [];
        return session.service.links(analyzed.analysis).map(({ range, path, tooltip }) => ({
          range: toRange(analyzed.document, range),
          target: session.files.uriOf(path, analyzed.settings.roots),
          tooltip,
        }));
      }),
    );
  },
};
