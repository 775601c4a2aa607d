/** `textDocument/inlayHint`. */
import type { Handler } from '../handler';
import { type InlayHint as ProtocolHint, InlayHintKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { InlayHint } from '../../language-service';
import { textRange } from '../../text/text-range';
import { guard } from '../guard';
import { send } from '../send';

export const handler: Handler = {
  capabilities: { inlayHintProvider: true },
  listen(session) {
    session.connection.languages.inlayHint.on(({ textDocument, range }, token) =>
      guard<ProtocolHint[]>(session, 'inlay hints', [], token, async () => {
        const analyzed = await session.analyze(textDocument.uri, token);
        if (analyzed === undefined) return [];
        const { document, analysis, settings } = analyzed;
        const part = textRange(document.offsetAt(range.start), document.offsetAt(range.end));
        return session.service.inlayHints(analysis, part, settings.inlayHints).map((hint) => toProtocol(document, hint));
      }),
    );
    session.whenSurroundingsChange(() => {
      if (session.abilities.refreshesInlayHints) send(() => session.connection.languages.inlayHint.refresh());
    });
  },
};

function toProtocol(document: TextDocument, { offset, text, isBefore }: InlayHint): ProtocolHint {
  const padding = isBefore ? { paddingRight: true } : { paddingLeft: true };
  return { position: document.positionAt(offset), label: text, kind: isBefore ? InlayHintKind.Parameter : InlayHintKind.Type, ...padding };
}
