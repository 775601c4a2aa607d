/** `textDocument/completion` and `completionItem/resolve`. */
import type { Handler } from '../handler';
import type { CancellationToken, CompletionItem, CompletionList, TextDocumentPositionParams } from 'vscode-languageserver';
import { DEFAULT_TARGET, parseArchitecture, parseConfigKind, parseXenVersion } from '../../language-service';
import { type CompletionOrigin, toCompletionItem, toMarkup } from '../convert/from-service';
import { listPathItems, type PathItems } from '../path-items';
import type { Session } from '../session';
import { guard } from '../guard';

export const handler: Handler = {
  capabilities: { completionProvider: { resolveProvider: true, triggerCharacters: ['=', '"', "'", ',', ' ', '/'] } },
  listen(session) {
    session.connection.onCompletion((params, token) =>
      guard<CompletionItem[] | CompletionList>(session, 'completion', [], token, () => complete(session, params, token)),
    );
    session.connection.onCompletionResolve((item, token) =>
      guard(session, 'completion item', item, token, async () => resolve(session, item)),
    );
  },
};

const NO_PATHS: PathItems = { items: [], isIncomplete: false };

async function complete(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<CompletionItem[] | CompletionList> {
  const shared = await session.workspaceFiles.sharedValues();
  const analyzed = await session.analyze(textDocument.uri, token);
  if (analyzed === undefined) return [];
  const { document, analysis } = analyzed;
  const offset = document.offsetAt(position);
  const place = session.service.pathAt(analysis, offset);
  const paths = place === undefined ? NO_PATHS : await listPathItems(session, analyzed, place, token);
  const others = place?.isBegun === true ? [] : session.service.complete(analysis, offset, shared);
  const names = new Set(others.map(({ label }) => label));
  const { target, kind } = analysis.model;
  const origin: CompletionOrigin = { option: '', file: kind, xen: target.xen, arch: target.arch };
  const items = [...others, ...paths.items.filter(({ label }) => !names.has(label))].map((completion) =>
    toCompletionItem(document, completion, origin, session.abilities),
  );
  return paths.isIncomplete ? { isIncomplete: true, items } : items;
}

function resolve(session: Session, item: CompletionItem): CompletionItem {
  const origin = item.data as Partial<CompletionOrigin> | undefined;
  if (origin?.option === undefined) return item;
  const xen = parseXenVersion(origin.xen ?? '') ?? DEFAULT_TARGET.xen;
  const arch = parseArchitecture(origin.arch ?? '') ?? DEFAULT_TARGET.arch;
  const markdown = session.service.describeOption(origin.option, { xen, arch }, parseConfigKind(origin.file ?? ''));
  return markdown === undefined ? item : { ...item, documentation: toMarkup(markdown) };
}
