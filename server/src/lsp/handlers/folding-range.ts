/** `textDocument/foldingRange`. */
import type { Handler } from '../handler';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { Fold } from '../../language-service';
import { guard } from '../guard';

const KINDS: Readonly<Record<Fold['kind'], FoldingRangeKind | undefined>> = {
  list: undefined,
  comment: FoldingRangeKind.Comment,
  region: FoldingRangeKind.Region,
};

/** More than editors show. */
const MAX_FOLDS = 5000;

export const handler: Handler = {
  capabilities: { foldingRangeProvider: true },
  listen(session) {
    session.connection.onFoldingRanges(({ textDocument }, token) =>
      guard<FoldingRange[]>(session, 'folding ranges', [], token, async () => {
        const analyzed = await session.analyze(textDocument.uri, token);
        if (analyzed === undefined) return [];
        const { document, analysis } = analyzed;
        const folds = session.service.folds(analysis).flatMap(({ kind, range }): readonly FoldingRange[] => {
          const [startLine, endLine] = [document.positionAt(range.start).line, document.positionAt(range.end).line];
          const shown = KINDS[kind];
          return endLine > startLine ? [{ startLine, endLine, ...(shown === undefined ? {} : { kind: shown }) }] : [];
        });
        return folds.slice(0, MAX_FOLDS);
      }),
    );
  },
};
