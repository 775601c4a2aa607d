/** What it costs that the extension looks at plain text: little time, and no server before a text can be a config. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually, findServer, inWorkspace } from './editor';

/** How long the extension may hold up others, in milliseconds. */
const LIMIT = 50;
/** Long enough for a server to start, in milliseconds. */
const PAUSE = 1500;

/** Files that are no configs: name, language that VS Code gives to it, and content. */
const OTHERS = [
  ['notes', 'plaintext', 'name = "x"\nA kernel, a disk and some memory.\n'],
  ['sysctl.conf', 'properties', 'net.ipv4.ip_forward = 1\nkernel.panic = 10\nvm.swappiness = 60\nfs.file-max = 1000\n'],
  ['sections.conf', 'properties', '[guest]\nname = "x"\nmemory = 512\nvcpus = 2\nkernel = "/k"\n'],
  ['guests.ini', 'ini', '[guest]\nname = "x"\nmemory = 512\nvcpus = 2\nkernel = "/k"\n'],
] as const;

/** Loads as the extension does, which lies around this suite. */
const load = createRequire(join(__dirname, '../package.json'));

/** Whether the library that speaks to the server is loaded. */
function isClientLoaded(): boolean {
  return Object.keys(load.cache).some((path) => path.endsWith('language-client.js'));
}

describe('Starting', () => {
  const written: vscode.Uri[] = [];

  async function show(name: string, content: string): Promise<vscode.TextDocument> {
    const uri = inWorkspace(name);
    await vscode.workspace.fs.writeFile(uri, Buffer.from(content));
    written.push(uri);
    const { document } = await vscode.window.showTextDocument(uri);
    return document;
  }

  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri);
  });

  it('takes next to no time to load', () => {
    const bundle = load.resolve('./dist/client.js');
    // It is loaded already, by whatever VS Code has opened first.
    Reflect.deleteProperty(load.cache, bundle);
    const start = performance.now();
    load(bundle);
    const time = performance.now() - start;
    assert.ok(time < LIMIT, `${time} ms`);
  });

  for (const [name, language, content] of OTHERS) {
    it(`starts no server for ${name}`, async () => {
      const { languageId } = await show(name, content);
      assert.equal(languageId, language);
      await new Promise((resume) => setTimeout(resume, PAUSE));
      assert.equal(findServer(), undefined);
      assert.equal(isClientLoaded(), false);
    });
  }

  it('starts the server for plain text that can be a config', async () => {
    const section = vscode.workspace.getConfiguration('xlcfg');
    await section.update('detect', 'always', vscode.ConfigurationTarget.Global);
    try {
      const { uri } = await show('guest', 'name = "a"\nmemory = 512\nvcpus = 2\nkernel = "/k"\n');
      await eventually('a server', findServer);
      assert.equal(isClientLoaded(), true);
      await eventually('the language', () =>
        vscode.workspace.textDocuments.some((each) => each.uri.path === uri.path && each.languageId === 'xlcfg') ? true : undefined,
      );
    } finally {
      await section.update('detect', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
