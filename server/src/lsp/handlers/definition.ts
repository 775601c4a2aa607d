/** `textDocument/definition`. */
import type { Handler } from '../handler';
import type { CancellationToken, Definition as Locations, Location, TextDocumentPositionParams } from 'vscode-languageserver';
import { toRange } from '../convert/from-service';
import { findElsewhere, toLocations } from '../find-elsewhere';
import { guard } from '../guard';
import type { Session } from '../session';

const START = { line: 0, character: 0 };

export const handler: Handler = {
  capabilities: { definitionProvider: true },
  listen(session) {
    session.connection.onDefinition((params, token) =>
      guard<Locations | null>(session, 'definition', null, token, () => define(session, params, token)),
    );
  },
};

async function define(
  session: Session,
  { textDocument: { uri }, position }: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<Locations | null> {
  const analyzed = await session.analyze(uri, token);
  if (analyzed === undefined) return null;
  const { document, analysis, settings } = analyzed;
  const found = session.service.definition(analysis, document.offsetAt(position));
  if (found === undefined) return null;
  if (found.path !== undefined) return { uri: session.files.uriOf(found.path, settings.roots), range: { start: START, end: START } };
  const here = found.places.map((range): Location => ({ uri, range: toRange(document, range) }));
  const others = (await findElsewhere(session, uri, found.shared, token)).filter(({ place }) => place.isDefinition);
  const all = [...here, ...toLocations(session, others)];
  // At the place itself editors list the references, which is the best for a thing that no config defines.
  return all.length > 0 ? all : { uri, range: toRange(document, found.origin) };
}
