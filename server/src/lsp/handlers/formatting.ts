/** `textDocument/formatting`, `/rangeFormatting` and `/onTypeFormatting`. */
import type { Handler } from '../handler';
import type { CancellationToken, FormattingOptions, TextEdit as ProtocolEdit } from 'vscode-languageserver';
import { completeStyle, type FormatOptions } from '../../language-service';
import type { TextEdit } from '../../text/text-edit';
import { textRange } from '../../text/text-range';
import { toEdits } from '../convert/from-service';
import { guard } from '../guard';
import type { AnalyzedDocument, Session } from '../session';

type Find = (analyzed: AnalyzedDocument, options: FormatOptions) => readonly TextEdit[] | undefined;

export const handler: Handler = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  },
  listen(session) {
    const { connection, service } = session;
    connection.onDocumentFormatting(({ textDocument, options }, token) =>
      answer(session, textDocument.uri, options, token, ({ analysis }, format) => service.format(analysis, format)),
    );
    connection.onDocumentRangeFormatting(({ textDocument, range, options }, token) =>
      answer(session, textDocument.uri, options, token, ({ document, analysis }, format) =>
        service.formatRange(analysis, textRange(document.offsetAt(range.start), document.offsetAt(range.end)), format),
      ),
    );
    connection.onDocumentOnTypeFormatting(({ textDocument, position, options }, token) =>
      answer(session, textDocument.uri, options, token, ({ document, analysis }, format) =>
        service.formatOnType(analysis, document.offsetAt(position), format),
      ),
    );
  },
};

function answer(session: Session, uri: string, options: FormattingOptions, token: CancellationToken, find: Find): Promise<ProtocolEdit[]> {
  return guard<ProtocolEdit[]>(session, 'formatting', [], token, async () => {
    const analyzed = await session.analyze(uri, token);
    if (analyzed === undefined) return [];
    return toEdits(analyzed.document, find(analyzed, toFormatOptions(analyzed, options)) ?? []);
  });
}

/** What is said of the style, and what the editor says of blanks. Its line ends are a matter between it and the file. */
function toFormatOptions({ document, settings }: AnalyzedDocument, { tabSize, insertSpaces }: FormattingOptions): FormatOptions {
  return {
    ...completeStyle(settings.format),
    indent: { style: insertSpaces ? 'space' : 'tab', size: Math.max(1, Math.trunc(tabSize)) },
    lineEnd: /^[^\n]*\r\n/.test(document.getText()) ? '\r\n' : '\n',
    finalNewline: true,
  };
}
