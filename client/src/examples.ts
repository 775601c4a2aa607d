/** The command that opens a copy of an example, which nobody has to save. */
import { commands, type Disposable, FileType, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { LANGUAGE_ID } from './language-id';

interface Example extends QuickPickItem {
  readonly content: string;
}

/** @param extension where the extension lies, with its examples */
export function registerExamples(extension: Uri): Disposable {
  return commands.registerCommand('xlcfg.tryExample', async (given?: unknown) => {
    const examples = await readExamples(Uri.joinPath(extension, 'examples'));
    const chosen =
      typeof given === 'string'
        ? examples.find(({ label }) => label === given)
        : await window.showQuickPick(examples, { title: l10n.t('Example to open a copy of'), matchOnDetail: true });
    if (chosen === undefined) return;
    await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGE_ID, content: chosen.content }));
  });
}

/** By name, with what each says of itself in its first comment. */
async function readExamples(folder: Uri): Promise<readonly Example[]> {
  const files = (await workspace.fs.readDirectory(folder)).filter(([name, type]) => type === FileType.File && name.endsWith('.cfg'));
  const read = async (name: string): Promise<Example> => {
    const content = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, name)));
    return { label: name, detail: /^# (?!xlcfg:)(.*)$/m.exec(content)?.[1] ?? '', content };
  };
  return Promise.all(
    files
      .map(([name]) => name)
      .sort()
      .map(read),
  );
}
