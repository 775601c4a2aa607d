/** `textDocument/selectionRange`. */
import type { Handler } from '../handler';
import type { SelectionRange } from 'vscode-languageserver';
import { toRange } from '../convert/from-service';
import { guard } from '../guard';

export const handler: Handler = {
  capabilities: { selectionRangeProvider: true },
  listen(session) {
    session.connection.onSelectionRanges(({ textDocument, positions }, token) =>
      guard<SelectionRange[] | null>(session, 'selection ranges', null, token, async () => {
        const analyzed = await session.analyze(textDocument.uri, token);
        if (analyzed === undefined) return null;
        const { document, analysis } = analyzed;
        return positions.map((position): SelectionRange => {
          const offset = document.offsetAt(position);
          const ranges = session.service.selectionRanges(analysis, offset);
          const outermost = ranges.reduceRight<SelectionRange | undefined>(
            (parent, range) => ({ range: toRange(document, range), ...(parent === undefined ? {} : { parent }) }),
            undefined,
          );
          // Every place needs an answer, also in an empty text.
          return outermost ?? { range: toRange(document, { start: offset, end: offset }) };
        });
      }),
    );
  },
};
