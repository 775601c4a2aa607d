/** Tasks that check folders: they run without the server, and Problems shows what is in files that are not open. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesAt, eventually, findServer, inWorkspace, open, waitForCodes } from './editor';

/** The task of a name, as the list of VS Code has it. */
async function findTask(name: string): Promise<vscode.Task> {
  const found = (await vscode.tasks.fetchTasks({ type: 'xlcfg' })).find((task) => task.name === name);
  assert.ok(found, name);
  return found;
}

/** The exit status of the program that runs until `start` has started it. */
async function runToEnd(start: () => PromiseLike<unknown>): Promise<number | undefined> {
  let listener: vscode.Disposable | undefined;
  const ended = new Promise<number | undefined>((resolve) => {
    listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.definition.type === 'xlcfg') resolve(exitCode);
    });
  });
  await start();
  const status = await ended;
  listener?.dispose();
  return status;
}

describe('The tasks', () => {
  it('are offered for the workspace', async () => {
    const names = (await vscode.tasks.fetchTasks({ type: 'xlcfg' })).map(({ name }) => name);
    assert.deepEqual(names, ['check all configs', 'check changed configs']);
  });

  it('show what is in files that are not open, with severity, place and rule', async () => {
    const task = await findTask('check all configs');
    assert.equal(await runToEnd(() => vscode.tasks.executeTask(task)), 1);
    const uri = inWorkspace('web1.cfg');
    await waitForCodes(uri, (codes) => codes.includes('octal-number'));
    const found = vscode.languages.getDiagnostics(uri).find(({ code }) => code === 'octal-number');
    assert.ok(found);
    assert.equal(found.message, 'xl reads `0512` as octal, which is 330');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(found.source, 'xlcfg');
    assert.deepEqual([found.range.start.line, found.range.start.character], [11, 9]);
    assert.ok(!vscode.workspace.textDocuments.some((document) => document.uri.path === uri.path));
    if (process.platform !== 'win32') assert.equal(findServer(), undefined);
  });

  it('take folders and settings, and what stands in tasks.json', async () => {
    const folder = inWorkspace('below');
    const config = vscode.Uri.joinPath(folder, 'old.cfg');
    await vscode.workspace.fs.writeFile(config, Buffer.from('name = "a"\nkernel = "/k"\nmemory = 0512\nvcpus = 1\nvcpus = 2\n'));
    const file = inWorkspace('.vscode/tasks.json');
    const section = vscode.workspace.getConfiguration('xlcfg');
    await section.update('rules', { 'octal-number': 'error', 'duplicate-option': 'off' }, vscode.ConfigurationTarget.Workspace);
    try {
      assert.equal(await runToEnd(() => vscode.commands.executeCommand('xlcfg.checkFolder', folder)), 1);
      await waitForCodes(config, (codes) => codes.includes('octal-number'));
      assert.ok(!codesAt(config).some(([, code]) => code === 'duplicate-option'));
      assert.equal(vscode.languages.getDiagnostics(config)[0]?.severity, vscode.DiagnosticSeverity.Error);
      const own = { label: 'ours', type: 'xlcfg', check: 'all', folder: 'below', xen: '4.13' };
      await vscode.workspace.fs.writeFile(file, Buffer.from(JSON.stringify({ version: '2.0.0', tasks: [own] })));
      const ours = await eventually('the task of tasks.json', async () =>
        (await vscode.tasks.fetchTasks({ type: 'xlcfg' })).find(({ name }) => name === 'ours'),
      );
      assert.equal(await runToEnd(() => vscode.tasks.executeTask(ours)), 1);
    } finally {
      await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
      await section.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });

  it('leave the place to the server where a file is open', async () => {
    const { document } = await open('web1.cfg');
    await waitForCodes(document.uri, (codes) => codes.length >= 7);
    const codes = codesAt(document.uri).map(([line, code]) => `${line} ${code}`);
    assert.equal(new Set(codes).size, codes.length, codes.join('\n'));
  });
});
