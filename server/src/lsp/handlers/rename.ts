/** `textDocument/prepareRename` and `textDocument/rename`, which changes all configs of the workspace that speak of a thing. */
import type { Handler } from '../handler';
import {
  type CancellationToken,
  LSPErrorCodes,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, NO_FACTS, type RenameEdits, type RenameRefusal, type RenameTarget, type ThingId } from '../../language-service';
import { message } from '../../text/message';
import { stopIfCancelled } from '../cancellation';
import { toEdits, toRange } from '../convert/from-service';
import { fileNameOf } from '../file-name';
import { findElsewhere } from '../find-elsewhere';
import { guard } from '../guard';
import type { Session } from '../session';

export const handler: Handler = {
  capabilities: { renameProvider: { prepareProvider: true } },
  listen(session) {
    session.connection.onPrepareRename(({ textDocument, position }, token) =>
      guard<PrepareRenameResult | null>(session, 'rename', null, token, async () => {
        const analyzed = await session.analyze(textDocument.uri, token);
        if (analyzed === undefined) return null;
        const { document, analysis } = analyzed;
        const { range, text } = accept(session.service.prepareRename(analysis, document.offsetAt(position)));
        return { range: toRange(document, range), placeholder: text };
      }),
    );
    session.connection.onRenameRequest((params, token) =>
      guard<WorkspaceEdit | null>(session, 'rename', null, token, () => rename(session, params, token)),
    );
  },
};

async function rename(
  session: Session,
  { textDocument: { uri }, position, newName }: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const analyzed = await session.analyze(uri, token);
  if (analyzed === undefined) return null;
  const { document, analysis } = analyzed;
  const offset = document.offsetAt(position);
  const { shared, isDefined } = accept(session.service.prepareRename(analysis, offset));
  const { edits, renamed } = accept(session.service.rename(analysis, offset, newName));
  const changes: Record<string, TextEdit[]> = { [uri]: toEdits(document, edits) };
  const others = await findElsewhere(session, uri, shared, token);
  if (shared !== undefined && (isDefined || others.some(({ place }) => place.isDefinition))) {
    await refuseIfTaken(session, uri, shared, renamed, newName, token);
  }
  for (const file of new Set(others.map((each) => each.file))) {
    stopIfCancelled(token);
    const other = await readFile(session, file);
    if (other !== undefined && shared !== undefined) {
      const result = session.service.renameThing(other.analysis, shared, newName);
      if (result.kind === 'refused') throw refusal(`${fileNameOf(other.document.uri)}: ${result.reason}`);
      changes[other.document.uri] = toEdits(other.document, result.edits);
    }
  }
  return { changes };
}

/** A thing cannot have the name of another one that some config defines. */
async function refuseIfTaken(
  session: Session,
  uri: string,
  shared: ThingId,
  renamed: ThingId,
  name: string,
  token: CancellationToken,
): Promise<void> {
  if (shared.identity === renamed.identity) return;
  const taken = (await findElsewhere(session, uri, renamed, token)).find(({ place }) => place.isDefinition);
  if (taken === undefined) return;
  throw refusal(session.service.say(message('`{name}` is taken by {file}', { name, file: fileNameOf(taken.file) })));
}

/** A file of the index as it is now: in the editor, else on disk. */
async function readFile(
  session: Session,
  file: string,
): Promise<{ readonly document: TextDocument; readonly analysis: Analysis } | undefined> {
  const { workspaceFiles, documents, settings, service } = session;
  const found = workspaceFiles.locate(file, { start: 0, end: 0 });
  const open = found === undefined ? undefined : documents.get(found.uri);
  const read = open === undefined ? await workspaceFiles.read(file) : { uri: open.uri, text: open.getText() };
  if (read === undefined) return undefined;
  const document = TextDocument.create(read.uri, 'xlcfg', 0, read.text);
  return { document, analysis: service.analyze(read.text, await settings.for(read.uri), NO_FACTS) };
}

/** The result, where it is none that says why not. */
function accept<Result extends RenameEdits | RenameTarget>(result: Result | RenameRefusal): Result {
  if (result.kind === 'refused') throw refusal(result.reason);
  return result;
}

/** Editors show the message of the error. */
function refusal(reason: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
