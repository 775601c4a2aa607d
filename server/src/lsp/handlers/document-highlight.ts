/** `textDocument/documentHighlight`. */
import type { Handler } from '../handler';
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import { toRange } from '../convert/from-service';
import { guard } from '../guard';

export const handler: Handler = {
  capabilities: { documentHighlightProvider: true },
  listen(session) {
    session.connection.onDocumentHighlight(({ textDocument, position }, token) =>
      guard<DocumentHighlight[] | null>(session, 'highlights', null, token, async () => {
        const analyzed = await session.analyze(textDocument.uri, token);
        if (analyzed === undefined) return null;
        const { document, analysis } = analyzed;
        const found = session.service.references(analysis, document.offsetAt(position));
        // Without an answer of ours, editors mark the same words.
        if (found === undefined) return null;
        return found.places.map(({ range, isDefinition }) => ({
          range: toRange(document, range),
          kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        }));
      }),
    );
  },
};
