/** Recognises domain configs by their content, among files whose names say too little. */
import {
  ConfigurationTarget,
  Disposable,
  l10n,
  languages,
  type Memento,
  type TextDocument,
  type Uri,
  window,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import { canBeConfig, type Detection } from '../../recognition/recognize';
import { LANGUAGE_ID } from './language-id';
import type { LanguageServer } from './language-server';
import { plainWords } from './plain-words';

const NEVER_KEY = 'xlcfg.notDomainConfigs';
const AGREED_KEY = 'xlcfg.domainConfigs';
/** The languages that VS Code gives to `.cfg`, `.conf` and files without extension. */
const VAGUE_LANGUAGES = new Set(['plaintext', 'properties', 'ini']);
const VAGUE_NAME = /(?:\.(?:cfg|conf)|(?:^|\/)[^./]+)$/;
/** Templates of configs, whatever language the extensions of other engines give to them. */
const TEMPLATE_NAME = /\.(?:cfg|conf)\.(?:j2|jinja2?|erb|epp|tmpl|tpl|template|in)$/;
/** Longer texts, in characters, are no domain configs. */
const MAX_LENGTH = 256 * 1024;

/** Looks at documents as they are opened, and asks or acts as the setting `xlcfg.detect` says. */
export function registerLanguageDetection(server: LanguageServer, memory: Memento): Disposable {
  /** Documents that are open, so that a language that a person chose for one stays. */
  const looked = new Set<string>();
  /** Files that were asked about, which is enough once a session. */
  const asked = new Set<string>();
  const look = async (document: TextDocument): Promise<void> => {
    const uri = document.uri.toString();
    // VS Code takes some time for settings that are read for the first time, so the text comes first.
    if (looked.has(uri) || !isCandidate(document)) return;
    const mode = workspace.getConfiguration('xlcfg', document).get<string>('detect', 'ask');
    if (mode === 'never' || isRemembered(memory, NEVER_KEY, uri)) return;
    looked.add(uri);
    const detected = await server.ask('xlcfg/detect', { text: document.getText() }).catch((): Detection => {
      // The server is off; when it starts, the document is looked at again.
      looked.delete(uri);
      return 'other';
    });
    if (detected === 'other' || document.isClosed) return;
    // Who speaks to xlcfg in a comment has agreed.
    const isSettled = detected === 'declared' || mode === 'always' || isRemembered(memory, AGREED_KEY, uri);
    if (isSettled || (await isAgreedNow(document, detected))) await languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  };
  const isAgreedNow = async (document: TextDocument, detected: Detection): Promise<boolean> => {
    const uri = document.uri.toString();
    if (asked.has(uri)) return false;
    asked.add(uri);
    return isAgreed(document, detected, memory);
  };
  const forget = (document: TextDocument): void => {
    // A document that gets another language is closed too, as VS Code tells it, but stays in the list.
    if (!workspace.textDocuments.includes(document)) looked.delete(document.uri.toString());
  };
  const lookAtOpen = (): void => {
    for (const document of workspace.textDocuments) void look(document);
  };
  lookAtOpen();
  return Disposable.from(workspace.onDidOpenTextDocument(look), workspace.onDidCloseTextDocument(forget), server.onDidStart(lookAtOpen));
}

/** Whether the name says too little and the text can be a config, so that the server has to decide. */
function isCandidate(document: TextDocument): boolean {
  const { scheme, path } = document.uri;
  if (
    !['file', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)].includes(scheme) ||
    document.languageId === LANGUAGE_ID ||
    !(TEMPLATE_NAME.test(path) || (VAGUE_LANGUAGES.has(document.languageId) && VAGUE_NAME.test(path)))
  )
    return false;
  const text = document.getText();
  return text.length <= MAX_LENGTH && canBeConfig(text);
}

function isRemembered(memory: Memento, key: string, uri: string): boolean {
  return memory.get<readonly string[]>(key, []).includes(uri);
}

async function remember(memory: Memento, key: string, uri: string): Promise<void> {
  await memory.update(key, [...memory.get<readonly string[]>(key, []), uri]);
}

async function isAgreed(document: TextDocument, detected: Detection, memory: Memento): Promise<boolean> {
  const name = document.uri.path.split('/').at(-1) ?? '';
  const yes = l10n.t('Check It');
  const always = l10n.t('Always in This Workspace');
  const never = l10n.t('Never for This File');
  const folder = workspace.getWorkspaceFolder(document.uri);
  const answers = folder === undefined ? [yes, never] : [yes, always, never];
  const answer = await window.showInformationMessage(plainWords(questionAbout(name, detected)), ...answers);
  const uri = document.uri.toString();
  if (answer === never) await remember(memory, NEVER_KEY, uri);
  if (answer === yes) await remember(memory, AGREED_KEY, uri);
  if (answer === always && folder !== undefined) await associate(document.uri, folder);
  return answer === yes || answer === always;
}

function questionAbout(name: string, detected: Detection): string {
  if (detected === 'xl.conf') return l10n.t('{0} looks like an xl.conf of Xen. Check it as one?', name);
  if (detected === 'cpupool') return l10n.t('{0} looks like the config of a Xen CPU pool. Check it as one?', name);
  return l10n.t('{0} looks like a Xen domain config. Check it as one?', name);
}

/** Tells VS Code that the files beside this one, of the same ending, are domain configs. */
async function associate(uri: Uri, folder: WorkspaceFolder): Promise<void> {
  const path = uri.path.slice(folder.uri.path.length).replace(/^\//, '');
  const parent = path.split('/').slice(0, -1).join('/');
  // What only ends in that of a template engine can be a template of anything.
  const ending = /(?:\.(?:cfg|conf))?\.[^./]+$/.exec(path)?.[0];
  const pattern = ending === undefined ? `**/${path}` : `**/${parent === '' ? '' : `${parent}/`}*${ending}`;
  const settings = workspace.getConfiguration('files', folder.uri);
  const present = settings.inspect<Readonly<Record<string, string>>>('associations')?.workspaceValue;
  await settings.update('associations', { ...present, [pattern]: LANGUAGE_ID }, ConfigurationTarget.Workspace);
}
