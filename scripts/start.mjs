/** `npm start`: checks the examples, prints what is found, and opens VS Code on them with the extension. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { THIS_MACHINE } from './machine.mjs';
import { openDesktop } from './open-desktop.mjs';
import { setUp } from './setup.mjs';

// Whoever reads only the beginning of the output, such as head, wants the window all the same.
process.stdout.on('error', () => undefined);

setUp();

function run(...args) {
  return spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1;
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (run('scripts/build.mjs') !== 0) process.exit(1);

const examples = readdirSync('examples')
  .filter((file) => file.endsWith('.cfg'))
  .map((file) => join('examples', file));
process.stdout.write('\nxlcfg check examples/*.cfg\n\n');
// Status 1 means findings, and the examples are there to have some.
if (run('dist/cli.js', 'check', '--hints', ...examples) > 1) process.exit(1);

const reason = openDesktop(THIS_MACHINE, 'examples');
if (reason === undefined) {
  process.stdout.write('\nVS Code is open on examples/ with the extension loaded.\n');
} else {
  process.stdout.write(`\nNo desktop VS Code: ${reason}. Preparing one for the browser …\n`);
  await openInBrowser();
}

/** Without a desktop VS Code, the window is served for a browser. */
async function openInBrowser() {
  const { folderUrl, installVsix, prepareVsCodeServer, startVsCodeServer } = await import('./vscode-server.mjs');
  const { code, problem } = prepareVsCodeServer();
  if (problem !== undefined) fail(`VS Code cannot be shown: there is no VS Code server (${problem})`);
  const { VSIX } = await import('./package.mjs');
  const extensionsFolder = 'out/start/extensions';
  installVsix(code, VSIX, extensionsFolder);
  const settings = { 'security.workspace.trust.enabled': false, 'workbench.startupEditor': 'none' };
  const server = await startVsCodeServer(code, { extensionsFolder, dataFolder: 'out/start/data', settings });
  let isStopped = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      isStopped = true;
      server.stop();
    });
  }
  process.stdout.write(`\nVS Code with the extension: ${folderUrl(server.address, 'examples')}\nStop it with Ctrl+C.\n`);
  const status = await server.ended;
  if (!isStopped) fail(`The VS Code server ended with ${status}`);
}
