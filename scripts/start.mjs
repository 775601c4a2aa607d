/** `npm start`: checks the examples, prints what is found, and opens VS Code on them with the extension. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setUp } from './setup.mjs';

setUp();

function run(...args) {
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}

if (run('scripts/build.mjs') !== 0) process.exit(1);

const examples = readdirSync('examples')
  .filter((file) => file.endsWith('.cfg'))
  .map((file) => join('examples', file));
process.stdout.write('\nxlcfg check examples/*.cfg\n\n');
// Status 1 means findings, and the examples are there to have some.
if (run('dist/cli.js', 'check', '--hints', ...examples) > 1) process.exit(1);

const desktop = spawnSync('code', ['--new-window', `--extensionDevelopmentPath=${resolve('.')}`, resolve('examples')], { stdio: 'ignore' });
if (desktop.error === undefined && desktop.status === 0) {
  process.stdout.write('\nVS Code is open on examples/ with the extension loaded.\n');
} else {
  await openInBrowser();
}

/** Without a desktop VS Code, the window is served for a browser. */
async function openInBrowser() {
  process.stdout.write('\nThere is no desktop VS Code; preparing one for the browser …\n');
  const { folderUrl, installVsix, prepareVsCodeServer, startVsCodeServer } = await import('./vscode-server.mjs');
  const { VSIX } = await import('./package.mjs');
  const { code, problem } = prepareVsCodeServer();
  if (problem !== undefined) {
    process.stderr.write(`VS Code cannot be shown: ${problem}\n`);
    process.exit(1);
  }
  const extensionsFolder = 'out/start/extensions';
  installVsix(code, VSIX, extensionsFolder);
  const settings = { 'security.workspace.trust.enabled': false, 'workbench.startupEditor': 'none' };
  const server = await startVsCodeServer(code, { extensionsFolder, dataFolder: 'out/start/data', settings });
  process.on('SIGINT', () => {
    server.stop();
    process.exit(0);
  });
  process.stdout.write(`\nVS Code with the extension: ${folderUrl(server.address, 'examples')}\nStop it with Ctrl+C.\n`);
}
