/** `textDocument/documentSymbol`. */
import type { Handler } from '../handler';
import type { DocumentSymbol } from 'vscode-languageserver';
import { toDocumentSymbol } from '../convert/from-service';
import { guard } from '../guard';

export const handler: Handler = {
  capabilities: { documentSymbolProvider: true },
  listen(session) {
    session.connection.onDocumentSymbol(({ textDocument }, token) =>
      guard<DocumentSymbol[]>(session, 'document symbols', [], token, async () => {
        const analyzed = await session.analyze(textDocument.uri, token);
        if (analyzed === undefined) return [];
        return session.service.symbols(analyzed.analysis).map((symbol) => toDocumentSymbol(analyzed.document, symbol));
      }),
    );
  },
};
