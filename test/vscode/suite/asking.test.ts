/** What the extension asks, how often, and what becomes of the answers. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, findServer, inWorkspace, openText, waitForCodes } from './editor';

const CONFIG = 'name = "a"\nmemory = 512\nvcpus = 2\nkernel = "/k"\n';
/** Long enough for a question to come, in milliseconds. */
const PAUSE = 1000;

const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume, PAUSE));

type Ask = (message: string, ...answers: readonly string[]) => Thenable<string | undefined>;

/** Answers in the place of a person, who gives each answer once; the questions are what it returns. */
function answerWith(kind: 'showInformationMessage' | 'showErrorMessage', ...answers: readonly string[]): readonly string[] {
  const questions: string[] = [];
  const ask: Ask = async (message) => {
    const answer = answers[questions.push(message) - 1];
    // Nobody answers at once.
    await pause();
    return answer;
  };
  // This suite lies in the folder of the extension, so both have the same object.
  Object.assign(vscode.window, { [kind]: ask });
  return questions;
}

/** Opens the file in an editor, with nothing that keeps it when the editor is closed. */
async function show(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', uri);
}

/** Opens the file again, with the language that VS Code gives to its name. */
async function reopen(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await eventually('the file to close', () =>
    vscode.workspace.textDocuments.every((each) => each.uri.path !== uri.path) ? true : undefined,
  );
  await show(uri);
}

function isConfig(uri: vscode.Uri): Promise<true> {
  return eventually('the language', () =>
    vscode.workspace.textDocuments.some((each) => each.uri.path === uri.path && each.languageId === 'xlcfg') ? true : undefined,
  );
}

describe('Asking', () => {
  const original = { ...vscode.window };
  const written: vscode.Uri[] = [];

  async function write(name: string, content: string): Promise<vscode.Uri> {
    const uri = inWorkspace(name);
    await vscode.workspace.fs.writeFile(uri, Buffer.from(content));
    written.push(uri);
    return uri;
  }

  afterEach(async () => {
    const { showInformationMessage, showErrorMessage } = original;
    Object.assign(vscode.window, { showInformationMessage, showErrorMessage });
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri);
  });

  it('remembers of a file that it is to be checked', async () => {
    const uri = await write('asked-once', CONFIG);
    const questions = answerWith('showInformationMessage', 'Check It');
    await show(uri);
    await isConfig(uri);
    await reopen(uri);
    await isConfig(uri);
    assert.deepEqual(questions, ['asked-once looks like a Xen domain config. Check it as one?']);
  });

  it('remembers of a file that it is not to be checked', async () => {
    const uri = await write('asked-never', CONFIG);
    const questions = answerWith('showInformationMessage', 'Never for This File', 'Check It');
    await show(uri);
    await eventually('the question', () => questions[0]);
    await reopen(uri);
    await pause();
    assert.equal(questions.length, 1);
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'plaintext');
  });

  it('tells VS Code of all files of a workspace', async () => {
    const uri = await write('guests/web.conf', CONFIG);
    const other = await write('guests/db.conf', CONFIG);
    const associations = (): unknown => vscode.workspace.getConfiguration('files').inspect('associations')?.workspaceValue;
    const before = associations();
    const questions = answerWith('showInformationMessage', 'Always in This Workspace');
    try {
      await show(uri);
      await isConfig(uri);
      await eventually('the setting', () =>
        JSON.stringify(associations() ?? {}).includes('guests/*.conf":"xlcfg"') ? true : undefined,
      ).catch(() => assert.fail(JSON.stringify(associations())));
      await show(other);
      await isConfig(other);
      assert.equal(questions.length, 1);
    } finally {
      await vscode.workspace.getConfiguration('files').update('associations', before, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('does not ask about a file that speaks to it', async () => {
    const uri = await write('declared', `# xlcfg: xen-version=4.17\n${CONFIG}`);
    const questions = answerWith('showInformationMessage');
    await show(uri);
    await isConfig(uri);
    assert.deepEqual(questions, []);
  });

  it('says once that the server ends again and again, and starts it when asked', async function () {
    if (process.platform === 'win32') this.skip();
    const questions = answerWith('showErrorMessage', 'Restart');
    const { document } = await openText('name = "a"\nkernel = "/k"\nmemroy = 512\n');
    await waitForCodes(document.uri, (codes) => codes.length === 1);
    const answers = async (): Promise<true | undefined> => {
      const place = new vscode.Position(0, 1);
      const hovers = await vscode.commands.executeCommand<readonly unknown[]>('vscode.executeHoverProvider', document.uri, place);
      return hovers.length > 0 ? true : undefined;
    };
    for (let killed = 0; killed < 5; killed += 1) {
      await eventually('an answer', answers);
      const pid = await eventually('a server', findServer);
      process.kill(pid, 'SIGKILL');
      await eventually('its end', () => (findServer() === pid ? undefined : true));
    }
    await eventually('the message', () => questions[0]);
    await eventually('a server again', findServer);
    await waitForCodes(document.uri, (codes) => codes.length === 1);
    assert.deepEqual(questions, ['The server for Xen domain configs ended 5 times within three minutes and is off now.']);
  });
});
