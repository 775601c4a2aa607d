/** Offers what `lspci`, `lsusb`, `ip link` and QEMU call a device as one of the config, where it is pasted. */
import {
  Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  type DocumentSelector,
  languages,
  Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import type { PasteReply } from '../../protocol/requests';
import type { LanguageServer } from './language-server';

const TEXT = 'text/plain';
/** Longer texts are not worth a question. */
const MAX_LENGTH = 20_000;

export function registerPasteDevices(server: LanguageServer, selector: DocumentSelector): Disposable {
  // Editors that are made of VS Code can lack it.
  if (!('registerDocumentPasteEditProvider' in languages)) return new Disposable(() => undefined);
  const metadata = { pasteMimeTypes: [TEXT], providedPasteEditKinds: [deviceKind()] };
  return languages.registerDocumentPasteEditProvider(selector, createPasteProvider(server), metadata);
}

function deviceKind(): DocumentDropOrPasteEditKind {
  return DocumentDropOrPasteEditKind.Empty.append('xlcfg', 'device');
}

/** What VS Code asks when a person pastes. */
export function createPasteProvider(server: Pick<LanguageServer, 'ask'>): DocumentPasteEditProvider {
  return {
    async provideDocumentPasteEdits(document, ranges, transfer, _, token) {
      const [range, ...others] = ranges;
      const text = await transfer.get(TEXT)?.asString();
      if (text === undefined || text === '' || text.length > MAX_LENGTH || range === undefined || others.length > 0) return [];
      const offer = await server.ask('xlcfg/paste', { uri: document.uri.toString(), range: toPlain(range), text });
      return offer === null || token.isCancellationRequested ? [] : [toPasteEdit(document, range, offer)];
    },
  };
}

function toPlain({ start, end }: Range): { readonly start: PlainPosition; readonly end: PlainPosition } {
  const plain = ({ line, character }: PlainPosition): PlainPosition => ({ line, character });
  return { start: plain(start), end: plain(end) };
}

interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

/** The text in the place of the paste goes with it, and everything else beside. */
function toPasteEdit(document: TextDocument, at: Range, { title, edits }: PasteReply): DocumentPasteEdit {
  const placed = edits.map(({ range: { start, end }, newText }) => ({
    range: new Range(start.line, start.character, end.line, end.character),
    newText,
  }));
  const here = placed.find(({ range }) => range.isEqual(at));
  const paste = new DocumentPasteEdit(here?.newText ?? '', title, deviceKind());
  // Nobody is surprised: the plain text comes first, and the editor offers this beside it.
  paste.yieldTo = [DocumentDropOrPasteEditKind.Text];
  const beside = placed.filter((edit) => edit !== here);
  if (beside.length > 0) {
    paste.additionalEdit = new WorkspaceEdit();
    for (const { range, newText } of beside) paste.additionalEdit.replace(document.uri, range, newText);
  }
  return paste;
}
