/**
 * A real VS Code where none can be downloaded: the server that the npm package
 * code-server carries, with a Node extension host. A browser shows its window.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { CACHE } from './real-xl.mjs';

/** code-server 4.100.3 carries VS Code 1.100.3, the lowest version that the extension supports. */
const PACKAGE = 'code-server@4.100.3';

function install(folder, args) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, stderr } = spawnSync(npm, ['install', '--ignore-scripts', '--no-fund', '--no-audit', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return status === 0 ? undefined : `npm install ${args.join(' ')}: ${stderr.trim().split('\n').at(-1)}`;
}

/**
 * Installs the VS Code server into the cache, once.
 * @returns the folder of VS Code, or a sentence that says why there is none
 */
export function prepareVsCodeServer() {
  const root = join(CACHE, PACKAGE.replace('@', '-'));
  const code = join(root, 'node_modules/code-server/lib/vscode');
  if (existsSync(join(root, 'complete'))) return { code };
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'package.json'), '{ "private": true }\n');
  const problem =
    install(root, [PACKAGE]) ?? install(code, ['--omit=dev']) ?? linkModules(code) ?? install(join(code, 'extensions'), ['--omit=dev']);
  if (problem !== undefined) return { problem };
  writeFileSync(join(root, 'complete'), '');
  return { code };
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
    '--install-extension',
    resolve(vsix),
    '--extensions-dir',
    resolve(extensionsFolder),
    '--force',
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, '--accept-server-license-terms'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The VSIX does not install: ${stdout}${stderr}`);
}

async function findFreePort() {
  const probe = createServer();
  await new Promise((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

/**
 * Starts the server.
 * @returns its address and a function that stops it
 */
export async function startVsCodeServer(code, { extensionsFolder, dataFolder, settings = {} }) {
  const port = await findFreePort();
  rmSync(dataFolder, { recursive: true, force: true });
  const userFolder = join(dataFolder, 'data/User');
  mkdirSync(userFolder, { recursive: true });
  mkdirSync(join(dataFolder, 'data/Machine'), { recursive: true });
  for (const scope of ['User', 'Machine']) writeFileSync(join(dataFolder, 'data', scope, 'settings.json'), JSON.stringify(settings));
  const server = spawn(
    process.execPath,
    [
      join(code, 'out/server-main.js'),
      ...[
        '--host',
        '127.0.0.1',
        '--port',
        String(port),
        '--without-connection-token',
        '--accept-server-license-terms',
        '--disable-telemetry',
      ],
      ...['--server-data-dir', resolve(dataFolder), '--extensions-dir', resolve(extensionsFolder)],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  await new Promise((ready, failed) => {
    const read = (chunk) => {
      log += chunk;
      if (log.includes('Extension host agent listening')) ready();
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('exit', (status) => failed(new Error(`The VS Code server ended with ${status}: ${log}`)));
  });
  return { port, address: `127.0.0.1:${port}`, stop: () => server.kill() };
}

/** The address of a folder in the window of a running server. */
export function folderUrl(address, folder, payload = []) {
  const query = new URLSearchParams({ folder: resolve(folder), payload: JSON.stringify([['skipWelcome', 'true'], ...payload]) });
  return `http://${address}/?${query}`;
}

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium: Debian's, installed when it is missing and can be. */
export async function startBrowser() {
  const executablePath = findChromium();
  if (executablePath === undefined) return { problem: 'there is no Chromium, and apt-get cannot install it' };
  const { chromium } = await import('playwright-core');
  return { browser: await chromium.launch({ executablePath, args: CHROMIUM_FLAGS }) };
}

function findChromium() {
  const find = () => ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  const present = process.env.CHROMIUM_PATH ?? find();
  if (present !== undefined) return present;
  const apt = (...args) => spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
  return find();
}
