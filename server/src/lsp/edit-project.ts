/** The edit that gives a project file another text, or makes it. */
import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changeBetween } from '../text/text-edit';
import { toEdits } from './convert/from-service';

/** @param project as it is; without a text it is not there yet */
export function editProject({ uri, text }: { readonly uri: string; readonly text: string | undefined }, newText: string): WorkspaceEdit {
  const before = TextDocument.create(uri, 'jsonc', 0, text ?? '');
  const edits = toEdits(before, [changeBetween(before.getText(), newText)]);
  if (text !== undefined) return { changes: { [uri]: edits } };
  const create: CreateFile = { kind: 'create', uri, options: { ignoreIfExists: true } };
  const change: TextDocumentEdit = { textDocument: { uri, version: null }, edits };
  return { documentChanges: [create, change] };
}
