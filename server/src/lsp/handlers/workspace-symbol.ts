/** `workspace/symbol`: domains by their names, and what their devices are called. */
import type { Handler } from '../handler';
import { SymbolKind, type WorkspaceSymbol as ProtocolSymbol } from 'vscode-languageserver';
import type { ThingId } from '../../language-service';
import { guard } from '../guard';

const KINDS: Readonly<Record<ThingId['kind'], SymbolKind>> = {
  domain: SymbolKind.Class,
  disk: SymbolKind.Object,
  mac: SymbolKind.Object,
  vtpm: SymbolKind.Object,
  bridge: SymbolKind.Interface,
  interface: SymbolKind.Interface,
  script: SymbolKind.Function,
  pool: SymbolKind.Namespace,
  file: SymbolKind.File,
};

export const handler: Handler = {
  capabilities: { workspaceSymbolProvider: true },
  listen(session) {
    session.connection.onWorkspaceSymbol(({ query }, token) =>
      guard<ProtocolSymbol[]>(session, 'workspace symbols', [], token, async () => {
        const { workspaceFiles, documents } = session;
        await workspaceFiles.refresh(documents.all(), token);
        return workspaceFiles.index.symbols(query).flatMap(({ file, place, domain }): readonly ProtocolSymbol[] => {
          const location = workspaceFiles.locate(file, place.range);
          if (location === undefined) return [];
          // Editors show the file beside it.
          const container = place.kind === 'domain' || domain === '' ? {} : { containerName: domain };
          return [{ name: place.text, kind: KINDS[place.kind], location, ...container }];
        });
      }),
    );
  },
};
