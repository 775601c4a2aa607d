/**
 * A real VS Code where none can be downloaded: the server that the npm package
 * code-server carries, with a Node extension host. A browser shows its window.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CACHE, fillOnce } from './cache.mjs';
import { lastLine, THIS_MACHINE } from './machine.mjs';
import { runNpm } from './npm.mjs';
import { ownEnvironment } from './vscode-environment.mjs';

/** code-server 4.100.3 carries VS Code 1.100.3, the lowest version that the extension supports. */
const PACKAGE = 'code-server@4.100.3';
/** Where VS Code lies in the folder that the package is installed into. */
const VS_CODE = 'node_modules/code-server/lib/vscode';

function install(machine, folder, args) {
  const { isDone, text } = runNpm(['install', '--ignore-scripts', '--no-fund', '--no-audit', ...args], { cwd: folder }, machine);
  return isDone ? undefined : `npm install ${args.join(' ')}: ${lastLine(text)}`;
}

/**
 * Installs the VS Code server into the cache, once.
 * @returns the folder of VS Code, or a sentence that says why there is none
 */
export function prepareVsCodeServer(machine = THIS_MACHINE, cache = CACHE) {
  // Its native modules are not built, and on Windows it does not run without them.
  if (machine.platform === 'win32') return { problem: 'it runs on Linux and macOS only' };
  const root = join(cache, PACKAGE.replace('@', '-'));
  const problem = fillOnce(root, 'complete', (folder) => installServer(machine, folder));
  return problem === undefined ? { code: join(root, VS_CODE) } : { problem };
}

function installServer(machine, folder) {
  const code = join(folder, VS_CODE);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const problem =
    install(machine, folder, [PACKAGE]) ??
    install(machine, code, ['--omit=dev']) ??
    linkModules(code) ??
    install(machine, join(code, 'extensions'), ['--omit=dev']);
  if (problem === undefined) writeFileSync(join(folder, 'complete'), '');
  return problem;
}

/** The server looks for its modules where a packed desktop build has them. */
function linkModules(code) {
  if (!existsSync(join(code, 'node_modules.asar'))) symlinkSync('node_modules', join(code, 'node_modules.asar'));
  return undefined;
}

/** Installs a VSIX into a folder of extensions, as users do. */
export function installVsix(code, vsix, extensionsFolder) {
  rmSync(extensionsFolder, { recursive: true, force: true });
  mkdirSync(extensionsFolder, { recursive: true });
  const args = [
    join(code, 'out/server-main.js'),
    ...['--install-extension', resolve(vsix), '--extensions-dir', resolve(extensionsFolder)],
    ...['--force', '--accept-server-license-terms'],
  ];
  const env = ownEnvironment(process.env);
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The VSIX does not install: ${stdout}${stderr}`);
}

/** What the server says when it is ready. */
const READY = /Extension host agent listening on (\d+)/;

/**
 * Starts the server, on a port that is free.
 * @returns its address, a function that stops it, and a promise that tells when it has ended
 */
export async function startVsCodeServer(code, { extensionsFolder, dataFolder, settings = {} }) {
  rmSync(dataFolder, { recursive: true, force: true });
  for (const scope of ['User', 'Machine']) {
    mkdirSync(join(dataFolder, 'data', scope), { recursive: true });
    writeFileSync(join(dataFolder, 'data', scope, 'settings.json'), JSON.stringify(settings));
  }
  const server = spawn(
    process.execPath,
    [
      join(code, 'out/server-main.js'),
      // The system chooses the port, so that none is taken between a look and the start.
      ...['--host', '127.0.0.1', '--port', '0'],
      ...['--without-connection-token', '--accept-server-license-terms', '--disable-telemetry'],
      ...['--server-data-dir', resolve(dataFolder), '--extensions-dir', resolve(extensionsFolder)],
    ],
    { env: ownEnvironment(process.env), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise((end) => server.on('exit', end));
  let log = '';
  const port = await new Promise((ready, failed) => {
    const read = (chunk) => {
      log = `${log}${chunk}`.slice(-10_000);
      const match = READY.exec(log);
      if (match !== null) ready(Number(match[1]));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    void ended.then((status) => failed(new Error(`The VS Code server ended with ${status}: ${log}`)));
  });
  return { address: `127.0.0.1:${port}`, stop: () => server.kill(), ended };
}

/** The address of a folder in the window of a running server. */
export function folderUrl(address, folder, payload = []) {
  const query = new URLSearchParams({ folder: resolve(folder), payload: JSON.stringify([['skipWelcome', 'true'], ...payload]) });
  return `http://${address}/?${query}`;
}
