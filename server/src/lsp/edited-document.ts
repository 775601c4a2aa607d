/** Documents that follow the edits of the editor. */
import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { type Position, TextDocument } from 'vscode-languageserver-textdocument';

/** How the library makes and changes them. It loses count of the lines where an edit goes past the last one, which the protocol allows. */
export const EDITED_DOCUMENT: TextDocumentsConfiguration<TextDocument> = {
  create: (uri, languageId, version, text) => TextDocument.create(uri, languageId, version, text),
  update: (document, changes, version) =>
    changes.reduce((before, change) => TextDocument.update(before, [keepInside(before, change)], version), document),
};

function keepInside(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const inside = (position: Position): Position => document.positionAt(document.offsetAt(position));
  const { start, end } = change.range;
  return { range: { start: inside(start), end: inside(end) }, text: change.text };
}
