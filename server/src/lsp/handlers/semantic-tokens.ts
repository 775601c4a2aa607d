/** `textDocument/semanticTokens/full` and `/range`. */
import type { Handler } from '../handler';
import { type CancellationToken, type Range, type SemanticTokens, SemanticTokensBuilder } from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../language-service';
import type { Session } from '../session';
import { guard } from '../guard';

const DEPRECATED = 1;

export const handler: Handler = {
  capabilities: {
    semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] }, full: true, range: true },
  },
  listen(session) {
    const { semanticTokens } = session.connection.languages;
    semanticTokens.on(({ textDocument }, token) =>
      guard<SemanticTokens>(session, 'semantic tokens', { data: [] }, token, () => build(session, textDocument.uri, token)),
    );
    semanticTokens.onRange(({ textDocument, range }, token) =>
      guard<SemanticTokens>(session, 'semantic tokens', { data: [] }, token, () => build(session, textDocument.uri, token, range)),
    );
  },
};

async function build(session: Session, uri: string, token: CancellationToken, within?: Range): Promise<SemanticTokens> {
  const builder = new SemanticTokensBuilder();
  const analyzed = await session.analyze(uri, token);
  if (analyzed === undefined) return builder.build();
  const { document, analysis } = analyzed;
  for (const { range, type, isDeprecated } of session.service.semanticTokens(analysis)) {
    const start = document.positionAt(range.start);
    if (within !== undefined && (start.line < within.start.line || start.line > within.end.line)) continue;
    builder.push(start.line, start.character, range.end - range.start, TOKEN_TYPES.indexOf(type), isDeprecated ? DEPRECATED : 0);
  }
  return builder.build();
}
