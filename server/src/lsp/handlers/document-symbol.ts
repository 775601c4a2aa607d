/** `textDocument/documentSymbol`. */
import type { DocumentSymbol } from 'vscode-languageserver';
import { toDocumentSymbol } from '../convert/from-service';
import type { Session } from '../session';
import { guard } from './guard';

export function handleDocumentSymbol(session: Session): void {
  session.connection.onDocumentSymbol(({ textDocument }, token) =>
    guard<DocumentSymbol[]>(session, 'document symbols', [], token, async () => {
      const analyzed = await session.analyze(textDocument.uri, token);
      if (analyzed === undefined) return [];
      return session.service.symbols(analyzed.analysis).map((symbol) => toDocumentSymbol(analyzed.document, symbol));
    }),
  );
}
