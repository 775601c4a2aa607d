/** The config that a command is about. */
import { l10n, languages, type TextDocument, Uri, window, workspace } from 'vscode';
import { LANGUAGE_ID } from './language-id';

/** The URI that a menu gives: that of a file, or of a domain in the view of all. */
export function givenUri(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  return isDomain(given) ? Uri.parse(given.domain.uri, true) : undefined;
}

function isDomain(given: unknown): given is { readonly domain: { readonly uri: string } } {
  if (typeof given !== 'object' || given === null || !('domain' in given)) return false;
  const { domain } = given;
  return typeof domain === 'object' && domain !== null && 'uri' in domain && typeof domain.uri === 'string';
}

/** The config that a menu gives, or else the one that is open; says what to do where there is none. */
export async function findActiveConfig(given?: unknown): Promise<TextDocument | undefined> {
  const uri = givenUri(given);
  const opened = uri === undefined ? window.activeTextEditor?.document : await workspace.openTextDocument(uri);
  // The view lists what the server took for a config, whatever VS Code calls it.
  const isOther = opened !== undefined && opened.languageId !== LANGUAGE_ID && isDomain(given);
  const document = isOther ? await languages.setTextDocumentLanguage(opened, LANGUAGE_ID) : opened;
  if (document?.languageId === LANGUAGE_ID) return document;
  await window.showInformationMessage(l10n.t('Open a Xen domain config first.'));
  return undefined;
}

/** The last part of its path. */
export function nameOf({ uri }: TextDocument): string {
  return uri.path.split('/').at(-1) ?? '';
}
