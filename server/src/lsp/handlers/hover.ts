/** `textDocument/hover`. */
import type { Hover } from 'vscode-languageserver';
import { toMarkup, toRange } from '../convert/from-service';
import type { Session } from '../session';
import { guard } from './guard';

export function handleHover(session: Session): void {
  session.connection.onHover(({ textDocument, position }, token) =>
    guard<Hover | null>(session, 'hover', null, token, async () => {
      const analyzed = await session.analyze(textDocument.uri, token);
      if (analyzed === undefined) return null;
      const { document, analysis } = analyzed;
      const hover = session.service.hover(analysis, document.offsetAt(position));
      return hover === undefined ? null : { contents: toMarkup(hover.markdown), range: toRange(document, hover.range) };
    }),
  );
}
