/** The config that a command is about. */
import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { LANGUAGE_ID } from './language-id';

/** The config of the URI that a menu gives, or else the one that is open; says what to do where there is none. */
export async function findActiveConfig(given?: unknown): Promise<TextDocument | undefined> {
  const document = given instanceof Uri ? await workspace.openTextDocument(given) : window.activeTextEditor?.document;
  if (document?.languageId === LANGUAGE_ID) return document;
  await window.showInformationMessage(l10n.t('Open a Xen domain config first.'));
  return undefined;
}

/** The last part of its path. */
export function nameOf({ uri }: TextDocument): string {
  return uri.path.split('/').at(-1) ?? '';
}
