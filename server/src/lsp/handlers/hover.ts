/** `textDocument/hover`. */
import type { Handler } from '../handler';
import type { Hover } from 'vscode-languageserver';
import { toMarkup, toRange } from '../convert/from-service';
import { guard } from '../guard';

export const handler: Handler = {
  capabilities: { hoverProvider: true },
  listen(session) {
    session.connection.onHover(({ textDocument, position }, token) =>
      guard<Hover | null>(session, 'hover', null, token, async () => {
        const analyzed = await session.analyze(textDocument.uri, token);
        if (analyzed === undefined) return null;
        const { document, analysis } = analyzed;
        const hover = session.service.hover(analysis, document.offsetAt(position));
        return hover === undefined ? null : { contents: toMarkup(hover.markdown), range: toRange(document, hover.range) };
      }),
    );
  },
};
