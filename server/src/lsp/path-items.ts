/** The part of completion that waits for the machine: what lies in the folder of a path. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Completion, PathPlace } from '../language-service';
import type { AnalyzedDocument, Session } from './session';

/** How long a list waits for what is in a folder, and for what its images are, in milliseconds. */
const PATIENCE = 600;

export interface PathItems {
  readonly items: readonly Completion[];
  /** More may be known when somebody asks again. */
  readonly isIncomplete: boolean;
}

/** The next parts of the path at a place, as far as they can be told in time. */
export async function listPathItems(
  session: Session,
  { analysis, settings }: AnalyzedDocument,
  place: PathPlace,
  token: CancellationToken,
): Promise<PathItems> {
  const host = session.files.foldersFor(settings.roots);
  // Who does not want files looked into gets their names.
  const wanted = settings.checksFiles ? place : { ...place, rankName: undefined };
  const end = endOf(token);
  const listing = await session.service.listFolder(wanted, host, end.reached);
  end.dispose();
  return { items: session.service.completePath(analysis, place, listing), isIncomplete: !listing.isComplete };
}

/** When patience is at its end, or the request is taken back. */
function endOf(token: CancellationToken): { readonly reached: Promise<void>; readonly dispose: () => void } {
  let finish: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const timer = setTimeout(finish, PATIENCE);
  const listener = token.onCancellationRequested(finish);
  if (token.isCancellationRequested) finish();
  const dispose = (): void => {
    clearTimeout(timer);
    listener.dispose();
  };
  return { reached, dispose };
}
