/** `textDocument/references`. */
import type { Handler } from '../handler';
import type { CancellationToken, Location, ReferenceParams } from 'vscode-languageserver';
import { toRange } from '../convert/from-service';
import { findElsewhere, toLocations } from '../find-elsewhere';
import { guard } from '../guard';
import type { Session } from '../session';

export const handler: Handler = {
  capabilities: { referencesProvider: true },
  listen(session) {
    session.connection.onReferences((params, token) =>
      guard<Location[]>(session, 'references', [], token, () => listReferences(session, params, token)),
    );
  },
};

async function listReferences(session: Session, params: ReferenceParams, token: CancellationToken): Promise<Location[]> {
  const { uri } = params.textDocument;
  const analyzed = await session.analyze(uri, token);
  if (analyzed === undefined) return [];
  const { document, analysis } = analyzed;
  const found = session.service.references(analysis, document.offsetAt(params.position));
  if (found === undefined) return [];
  const isWanted = ({ isDefinition }: { readonly isDefinition: boolean }): boolean =>
    !isDefinition || found.shared === undefined || params.context.includeDeclaration;
  const others = await findElsewhere(session, uri, found.shared, token);
  return [
    ...found.places.filter(isWanted).map(({ range }): Location => ({ uri, range: toRange(document, range) })),
    ...toLocations(
      session,
      others.filter(({ place }) => isWanted(place)),
    ),
  ];
}
