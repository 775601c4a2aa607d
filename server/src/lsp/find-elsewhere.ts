/** What other configs of the workspace say of a thing. */
import type { CancellationToken, Location } from 'vscode-languageserver';
import type { FoundPlace, ThingId } from '../language-service';
import { fileKeyOf } from './file-name';
import type { Session } from './session';

/** The places in all other files that name a thing; none for a thing of one config alone. */
export async function findElsewhere(
  session: Session,
  uri: string,
  thing: ThingId | undefined,
  token: CancellationToken,
): Promise<readonly FoundPlace[]> {
  if (thing === undefined) return [];
  const { workspaceFiles, documents } = session;
  await workspaceFiles.refresh(documents.all(), token);
  return workspaceFiles.index.find(thing).filter(({ file }) => file !== fileKeyOf(uri));
}

/** A place of the index as the protocol names it. */
export function toLocations({ workspaceFiles }: Session, found: readonly FoundPlace[]): Location[] {
  return found.flatMap(({ file, place }) => workspaceFiles.locate(file, place.range) ?? []);
}
