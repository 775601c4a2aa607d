/** Recognises domain configs by their content, among files whose names say too little. */
import { Disposable, languages, type Memento, type TextDocument, window, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { LANGUAGE_ID } from './language-id';

const NEVER_KEY = 'xlcfg.notDomainConfigs';
/** The languages that VS Code gives to `.cfg`, `.conf` and files without extension. */
const VAGUE_LANGUAGES = new Set(['plaintext', 'properties', 'ini']);
const VAGUE_NAME = /(?:\.(?:cfg|conf)|(?:^|\/)[^./]+)$/;
/** Longer texts, in characters, are no domain configs. */
const MAX_LENGTH = 256 * 1024;

/** Looks at documents as they are opened, and asks or acts as the setting `xlcfg.detect` says. */
export function registerLanguageDetection(client: BaseLanguageClient, memory: Memento): Disposable {
  const asked = new Set<string>();
  const look = async (document: TextDocument): Promise<void> => {
    const uri = document.uri.toString();
    if (asked.has(uri) || client.state !== State.Running || !isVague(document)) return;
    const mode = workspace.getConfiguration('xlcfg', document).get<string>('detect', 'ask');
    if (mode === 'never' || memory.get<readonly string[]>(NEVER_KEY, []).includes(uri)) return;
    asked.add(uri);
    const detected = await client.sendRequest<string>('xlcfg/detect', { text: document.getText() });
    if (detected === 'other' || document.isClosed) return;
    if (mode === 'always' || (await isAgreed(document, memory))) await languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  };
  const lookAtOpen = (): void => {
    for (const document of workspace.textDocuments) void look(document);
  };
  return Disposable.from(
    workspace.onDidOpenTextDocument(look),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) lookAtOpen();
    }),
  );
}

function isVague(document: TextDocument): boolean {
  const { scheme, path } = document.uri;
  if (scheme === 'output' || scheme === 'untitled' || !VAGUE_LANGUAGES.has(document.languageId)) return false;
  return VAGUE_NAME.test(path) && document.getText().length <= MAX_LENGTH;
}

async function isAgreed(document: TextDocument, memory: Memento): Promise<boolean> {
  const name = document.uri.path.split('/').at(-1) ?? '';
  const yes = 'Check It';
  const never = 'Never for This File';
  const answer = await window.showInformationMessage(`${name} looks like a Xen domain config. Check it as one?`, yes, never);
  if (answer === never) await memory.update(NEVER_KEY, [...memory.get<readonly string[]>(NEVER_KEY, []), document.uri.toString()]);
  return answer === yes;
}
