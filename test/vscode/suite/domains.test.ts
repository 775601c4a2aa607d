/** The view of domains, and the page of their topology. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWorkspace } from './editor';

interface Contributions {
  readonly commands: readonly { readonly command: string; readonly icon?: string }[];
  readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
  readonly viewsContainers: { readonly activitybar: readonly { readonly icon: string }[] };
  readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
}

function findTab(label: string): vscode.Tab | undefined {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find((tab) => tab.label === label);
}

/** What a menu of the view gives to a command. */
function domainOf(file: string): unknown {
  return { kind: 'domain', domain: { uri: inWorkspace(file).toString() } };
}

describe('The domains of the workspace', () => {
  const extension = vscode.extensions.getExtension('xlcfg.xlcfg');
  const { commands, menus, viewsContainers, viewsWelcome } = (extension?.packageJSON as { readonly contributes: Contributions })
    .contributes;

  it('have a view with an icon, a welcome and commands that are there', async () => {
    assert.ok(extension);
    for (const { icon } of viewsContainers.activitybar) await vscode.workspace.fs.stat(vscode.Uri.joinPath(extension.extensionUri, icon));
    const all = new Set(await vscode.commands.getCommands());
    const named = [...(menus['view/title'] ?? []), ...(menus['view/item/context'] ?? [])].map(({ command }) => command);
    const linked = viewsWelcome.flatMap(({ contents }) => [...contents.matchAll(/command:([\w.]+)/g)].map(([, command = '']) => command));
    assert.ok(named.length > 5 && linked.length > 1);
    for (const command of [...named, ...linked]) assert.ok(all.has(command), command);
    for (const { command, when = '' } of menus['view/title'] ?? []) {
      assert.ok(when.includes('xlcfg.domains'));
      assert.ok(commands.some((each) => each.command === command));
    }
  });

  it('are listed when somebody looks', async () => {
    await vscode.commands.executeCommand('xlcfg.domains.focus');
    await vscode.commands.executeCommand('xlcfg.refreshDomains');
    await eventually('the config of the first domain', async () => {
      // The view takes the focus once it has something to show; the others act on the list that has it. What is selected opens.
      await vscode.commands.executeCommand('xlcfg.domains.focus');
      await vscode.commands.executeCommand('list.focusFirst');
      await vscode.commands.executeCommand('list.select');
      const path = vscode.window.activeTextEditor?.document.uri.path;
      return path?.endsWith('.cfg') === true ? path : undefined;
    });
  });

  it('are explained and judged from their menu, whether or not they are open', async () => {
    await vscode.commands.executeCommand('xlcfg.explainConfig', domainOf('sensor.cfg'));
    await eventually('the page of the domain', () =>
      vscode.workspace.textDocuments.find(
        (each) => each.uri.scheme === 'xlcfg-report' && each.uri.query === inWorkspace('sensor.cfg').toString(),
      ),
    );
    await vscode.commands.executeCommand('xlcfg.showMigrationReport', domainOf('gateway.cfg'));
    const tab = await eventually('the report', () => findTab('Migration Report'));
    await vscode.window.tabGroups.close(tab);
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === inWorkspace('gateway.cfg').toString());
    assert.equal(document?.languageId, 'xlcfg');
  });

  it('are drawn in one page', async () => {
    await vscode.commands.executeCommand('xlcfg.showTopology');
    const tab = await eventually('the page', () => findTab('Xen Topology'));
    assert.ok(tab.input instanceof vscode.TabInputWebview);
    await vscode.commands.executeCommand('xlcfg.showTopology');
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label === 'Xen Topology').length, 1);
    await vscode.window.tabGroups.close(tab);
  });

  it('of a host can leave it, as a page says', async () => {
    const project = inWorkspace('.xlcfg.json');
    const original = await vscode.workspace.fs.readFile(project);
    const hosts = { rack1: { files: ['web1.cfg'] }, rack2: { files: ['sensor.cfg'], arch: 'x86', bridges: ['xenbr0'] } };
    await vscode.workspace.fs.writeFile(project, Buffer.from(JSON.stringify({ hosts })));
    try {
      const page = await eventually('the plan', async () => {
        await vscode.commands.executeCommand('xlcfg.planEvacuation', 'rack1');
        return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'xlcfg-report' && uri.path.includes('Evacuation of rack1'));
      });
      assert.match(page.getText(), /^# Evacuation of rack1\n[^]*web1/);
    } finally {
      await vscode.workspace.fs.writeFile(project, original);
    }
  });
});
