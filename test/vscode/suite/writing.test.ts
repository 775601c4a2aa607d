/** What helps while a config is being written: paths part by part, and hints between the words. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { eventually, inWorkspace, open, openText } from './editor';

/** Long enough for the list of completions to come, in milliseconds. */
const PAUSE = 900;

const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume, PAUSE));

async function type(text: string): Promise<void> {
  for (const character of text) await vscode.commands.executeCommand('type', { text: character });
}

async function accept(): Promise<void> {
  await pause();
  await vscode.commands.executeCommand('acceptSelectedSuggestion');
  await pause();
}

async function openAtEnd(content: string): Promise<vscode.TextDocument> {
  const editor = await openText(content);
  const end = editor.document.positionAt(content.length);
  editor.selection = new vscode.Selection(end, end);
  return editor.document;
}

async function offeredAt(document: vscode.TextDocument, position: vscode.Position): Promise<readonly vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    '/',
  );
  return items;
}

function labelOf(label: vscode.CompletionItem['label']): string {
  return typeof label === 'string' ? label : label.label;
}

function hintsOf(document: vscode.TextDocument): Thenable<readonly vscode.InlayHint[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  return vscode.commands.executeCommand('vscode.executeInlayHintProvider', document.uri, all);
}

function labelsOf(hints: readonly vscode.InlayHint[]): readonly string[] {
  return hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}

describe('Writing', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('hideSuggestWidget');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('a path is accepted part by part, and the list of the next folder opens by itself', async () => {
    const folder = inWorkspace('').path.replace(/\/$/, '');
    await vscode.workspace.fs.writeFile(inWorkspace('images/first-disk.qcow2'), new Uint8Array());
    const document = await openAtEnd(`type = "pvh"\nname = "a"\ndisk = [ "format=qcow2, vdev=xvda, target=${folder}`);
    await type('/ima');
    await accept();
    assert.ok(document.getText().endsWith(`target=${folder}/images/`), document.getText());
    // The list is open, so that the key is enough.
    await accept();
    assert.ok(document.getText().endsWith(`target=${folder}/images/first-disk.qcow2`), document.getText());
  });

  it('kernels that boot come before those that do not, and say what they are', async function () {
    if (!existsSync(inWorkspace('boot/memtest86+x64.bin').fsPath)) return this.skip();
    const text = `type = "pvh"\nkernel = "${inWorkspace('boot').path}/"\n`;
    const { document } = await openText(text);
    const items = await eventually('kernels with what they are', async () => {
      const found = await offeredAt(document, new vscode.Position(1, text.split('\n')[1]?.lastIndexOf('"') ?? 0));
      const isKnown = ['vmlinuz', 'memtest'].every((name) =>
        found.some(({ label, detail }) => labelOf(label).startsWith(name) && detail !== undefined),
      );
      return isKnown ? found : undefined;
    });
    const find = (name: string): vscode.CompletionItem | undefined => items.find(({ label }) => labelOf(label).startsWith(name));
    const [kernel, memtest] = [find('vmlinuz'), find('memtest')];
    assert.match(kernel?.detail ?? '', /^Linux \d/);
    assert.match(memtest?.detail ?? '', /does not boot here$/);
    assert.ok((kernel?.sortText ?? '') < (memtest?.sortText ?? ''));
  });

  it('hints stand where numbers and old disks need them, as the settings say', async () => {
    const { document } = await openText('name = "a"\nkernel = "/k"\nmemory = 16384\nmaxmem = 040000\ndisk = [ "phy:/dev/vg/a,xvda,w" ]\n');
    assert.deepEqual(labelsOf(await hintsOf(document)), ['PV domain', '16 GiB', '= 16384']);
    const settings = vscode.workspace.getConfiguration('xlcfg');
    await settings.update('inlayHints.fields', true, vscode.ConfigurationTarget.Global);
    await settings.update('inlayHints.sizes', false, vscode.ConfigurationTarget.Global);
    await eventually('other hints', async () => {
      const labels = labelsOf(await hintsOf(document));
      return labels.join() === 'PV domain,= 16384,target:,vdev:,access:' ? true : undefined;
    });
    await settings.update('inlayHints.fields', undefined, vscode.ConfigurationTarget.Global);
    await settings.update('inlayHints.sizes', undefined, vscode.ConfigurationTarget.Global);
  });

  it('a hover leads to the page of the option, which is there', async () => {
    const { document } = await open('gateway.cfg');
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 0).translate(firstSetting(document)),
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((each) => (each instanceof vscode.MarkdownString ? each.value : '')))
      .join('\n');
    const page = /\((file:[^)#]+\/docs\/options\/[a-z-]+\.md)#\w+\)/.exec(text)?.[1];
    assert.ok(page, text);
    await vscode.workspace.fs.stat(vscode.Uri.parse(page));
  });
});

/** The line of the first setting. */
function firstSetting(document: vscode.TextDocument): number {
  return document
    .getText()
    .split('\n')
    .findIndex((line) => /^\w+ *=/.test(line));
}
