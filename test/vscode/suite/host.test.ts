/** What the extension shows of a config, and of the host that it is for. */
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually, inWorkspace, open, openText, positionOf } from './editor';

const TEXT = 'type = "pvh"\nname = "web1"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';
const folder = mkdtempSync(join(tmpdir(), 'xlcfg-'));

interface Contributions {
  readonly walkthroughs: readonly {
    readonly id: string;
    readonly steps: readonly { readonly id: string; readonly media: { readonly svg: string }; readonly description: string }[];
  }[];
  readonly commands: readonly { readonly command: string; readonly icon?: string }[];
  readonly languages: readonly { readonly icon: Readonly<Record<string, string>> }[];
  readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
}

function findExtension(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('xlcfg.xlcfg');
  assert.ok(extension);
  return extension;
}

function contributions(): Contributions {
  return (findExtension().packageJSON as { readonly contributes: Contributions }).contributes;
}

function pageWith(words: RegExp): Promise<vscode.TextDocument> {
  return eventually(`a page with ${words.source}`, () =>
    vscode.workspace.textDocuments.find((each) => each.uri.scheme === 'xlcfg-report' && words.test(each.getText())),
  );
}

/** The setting names a stand-in for xl, which is a script. */
async function withXl(script: string, work: () => Promise<void>): Promise<void> {
  const path = join(folder, 'xl');
  writeFileSync(path, `#!/bin/sh\n${script}`);
  chmodSync(path, 0o755);
  const section = vscode.workspace.getConfiguration('xlcfg');
  await section.update('xl.path', path, vscode.ConfigurationTarget.Global);
  try {
    await work();
  } finally {
    await section.update('xl.path', undefined, vscode.ConfigurationTarget.Global);
  }
}

describe('The host and the domain', () => {
  const { showInformationMessage } = vscode.window;

  /** What is said in the meantime; nobody answers. */
  function listen(): readonly string[] {
    const said: string[] = [];
    Object.assign(vscode.window, {
      showInformationMessage: (text: string) => {
        said.push(text);
        return Promise.resolve(undefined);
      },
    });
    return said;
  }

  afterEach(() => {
    Object.assign(vscode.window, { showInformationMessage });
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('explains a config, and the page follows what is typed', async () => {
    const editor = await openText(TEXT);
    await vscode.commands.executeCommand('xlcfg.explainConfig');
    const page = await pageWith(/\| `memory` \| 512 MiB \| line 4 \|/);
    assert.equal(page.isDirty || page.isUntitled, false);
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(3, 9, 3, 12), '2048');
    });
    await pageWith(/\| `memory` \| 2048 MiB \(2 GiB\) \| line 4 \|/);
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(3, 9, 3, 13), 'two');
    });
    await pageWith(/refuses this file[^]*Line 4/);
  });

  it('runs xl on the text of the editor: what it refuses is marked, and the page explains it', async function () {
    if (process.platform === 'win32') this.skip();
    const { document } = await openText(`${TEXT}on_crash = "reboot"\n`);
    const script = 'grep -q reboot "$3" || exit 0\necho "Unknown on_crash action \\"reboot\\" specified" >&2\nexit 1\n';
    await withXl(script, async () => {
      await vscode.commands.executeCommand('xlcfg.dryRun');
      await pageWith(/Unknown on\\?_crash action|What it means/);
      const ofXl = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'xl');
      assert.deepEqual(
        ofXl.map(({ range, severity }) => [range.start.line, severity]),
        [[4, vscode.DiagnosticSeverity.Error]],
      );
      const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
      await editor.edit((edit) => {
        edit.replace(new vscode.Range(4, 12, 4, 18), 'restart');
      });
      const isGone = (): true | undefined =>
        vscode.languages.getDiagnostics(document.uri).every(({ source }) => source !== 'xl') ? true : undefined;
      await eventually('the marks to go', isGone);
      const said = listen();
      await vscode.commands.executeCommand('xlcfg.dryRun');
      assert.match(said[0] ?? '', /^xl takes .+\.$/);
    });
  });

  it('compares with the running domain', async function () {
    if (process.platform === 'win32') this.skip();
    const config = (memory: number): string =>
      JSON.stringify([
        {
          domid: 4,
          config: {
            c_info: { type: 'pvh', name: 'web1', uuid: '6cc6e20c-8723-4c4d-8bc6-38a360a65c3d', run_hotplug_scripts: 'True' },
            b_info: { kernel: '/boot/vmlinuz', target_memkb: memory, max_memkb: memory, claim_mode: 'True' },
            on_reboot: 'restart',
            on_soft_reset: 'soft_reset',
          },
        },
      ]);
    await openText(TEXT);
    const script = (memory: number): string => `[ "$1 $2 $3 $4" = "list -l -- web1" ] && echo '${config(memory)}'\n`;
    await withXl(script(262144), async () => {
      await vscode.commands.executeCommand('xlcfg.compareRunning');
      await pageWith(/\| `memory` \| 512 MiB \| 256 MiB \|/);
    });
    await openText(TEXT);
    await withXl(script(524288), async () => {
      const said = listen();
      await vscode.commands.executeCommand('xlcfg.compareRunning');
      assert.deepEqual(said, ['The running domain matches this file.']);
    });
  });

  it('leads people in, with pictures that are there', async () => {
    const [walkthrough] = contributions().walkthroughs;
    assert.deepEqual(
      walkthrough?.steps.map(({ id }) => id),
      ['config', 'xen', 'boot', 'migration'],
    );
    const { extensionUri } = findExtension();
    const icons = contributions().languages.flatMap(({ icon }) => Object.values(icon));
    assert.equal(icons.length, 2);
    const files = [...walkthrough.steps.map(({ media }) => media.svg), ...icons];
    for (const file of files) await vscode.workspace.fs.stat(vscode.Uri.joinPath(extensionUri, file));
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'xlcfg.xlcfg#start', false);
  });

  it('opens a copy of an example, without a file', async () => {
    await vscode.commands.executeCommand('xlcfg.tryExample', 'gateway.cfg');
    const document = await eventually('the copy', () => vscode.window.activeTextEditor?.document);
    assert.deepEqual([document.languageId, document.isUntitled], ['xlcfg', true]);
    assert.match(document.getText(), /^# A PVH domain/);
  });

  it('has the report on migration in the title of the editor, with a sign', () => {
    const titled = contributions().menus['editor/title']?.map(({ command }) => command) ?? [];
    assert.ok(titled.includes('xlcfg.showMigrationReport'));
    for (const command of titled) assert.ok(contributions().commands.find((each) => each.command === command)?.icon, command);
  });

  it('inspects the kernel of the line', async function () {
    const image = inWorkspace('boot/memtest86+x64.bin');
    const isThere = await Promise.resolve(vscode.workspace.fs.stat(image)).then(
      () => true,
      () => false,
    );
    if (!isThere) this.skip();
    const editor = await openText(`type = "hvm"\nname = "a"\nmemory = 512\nkernel = "${image.fsPath}"\n`);
    const place = positionOf(editor.document, 'kernel');
    editor.selection = new vscode.Selection(place, place);
    await eventually('the link', async () => {
      const links = await vscode.commands.executeCommand<readonly vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        editor.document.uri,
        10,
      );
      return links.length > 0 ? true : undefined;
    });
    await vscode.commands.executeCommand('xlcfg.inspectKernel', editor.document.uri);
    await pageWith(/Memtest86/);
  });

  it('says where /boot is', async () => {
    await open('gateway.cfg');
    const section = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('xlcfg');
    const before = section().inspect('roots')?.workspaceValue;
    await vscode.commands.executeCommand('xlcfg.mapBoot', inWorkspace('boot'));
    try {
      assert.deepEqual(section().get('roots'), { '/boot': inWorkspace('boot').fsPath });
    } finally {
      await section().update('roots', before, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('asks for the release alone, and remembers where it is kept', async () => {
    const { document } = await open('gateway.cfg');
    const { showQuickPick } = vscode.window;
    const asked: string[] = [];
    const answers = ['4.17', 'The project', '4.18'];
    const pick = (
      items: readonly vscode.QuickPickItem[],
      { title = '' }: vscode.QuickPickOptions,
    ): Promise<vscode.QuickPickItem | undefined> => {
      const wanted = answers[asked.push(title) - 1];
      return Promise.resolve(items.find(({ label }) => label === wanted));
    };
    Object.assign(vscode.window, { showQuickPick: pick });
    const project = inWorkspace('.xlcfg.json');
    const original = await vscode.workspace.fs.readFile(project);
    const content = async (): Promise<string> => Buffer.from(await vscode.workspace.fs.readFile(project)).toString();
    try {
      await vscode.commands.executeCommand('xlcfg.selectXenVersion');
      assert.match(await content(), /\/\/ Names that our own scripts[^]*"xen": "4\.17"/);
      await vscode.commands.executeCommand('xlcfg.selectXenVersion');
      assert.match(await content(), /"xen": "4\.18"/);
      assert.equal(asked.length, 3, asked.join('\n'));
      assert.equal(document.isDirty, false, 'the config itself is as it was');
    } finally {
      Object.assign(vscode.window, { showQuickPick });
      await vscode.workspace.fs.writeFile(project, original);
    }
  });
});
