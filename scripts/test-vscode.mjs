/** Runs the tests of test/vscode in a real VS Code, with the packaged extension. */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { prepareKernelImages } from './kernel-images.mjs';
import { VSIX } from './package.mjs';
import { folderUrl, installVsix, prepareVsCodeServer, startBrowser, startVsCodeServer } from './vscode-server.mjs';

const WORK = 'out/vscode';
const SUITE = join(WORK, 'suite');
/** Milliseconds for a whole run. */
const LIMIT = 5 * 60_000;

/** Compiles the suite for the extension host. */
async function buildSuite() {
  await build({
    entryPoints: ['test/vscode/suite/index.ts', 'test/vscode/suite/extension.test.ts'],
    outdir: SUITE,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha', './extension.test.js'],
    logLevel: 'warning',
  });
}

/** A real kernel and a program that is none, where they can be had; the tests that need them say so where they cannot. */
function copyKernels(folder) {
  const { root, problem } = prepareKernelImages();
  if (problem !== undefined) {
    if (process.env.CI === 'true') throw new Error(`No kernel images: ${problem}`);
    return;
  }
  const source = join(root, 'amd64/boot');
  const kernel = readdirSync(source).find((name) => /^vmlinuz-.*-cloud-amd64$/.test(name));
  for (const name of [kernel, 'memtest86+x64.bin']) cpSync(join(source, name), join(folder, name));
}

/** A copy of the examples, because tests change files. */
function makeWorkspace() {
  const workspace = join(WORK, 'workspace');
  rmSync(workspace, { recursive: true, force: true });
  cpSync('examples', workspace, { recursive: true });
  copyKernels(join(workspace, 'boot'));
  return resolve(workspace);
}

/** @returns undefined when the suite passed, else what went wrong */
async function testInServer() {
  const { code, problem } = prepareVsCodeServer();
  if (problem !== undefined) return `no VS Code server: ${problem}`;
  const { browser, problem: browserProblem } = await startBrowser();
  if (browserProblem !== undefined) return `no browser: ${browserProblem}`;
  const installed = join(WORK, 'installed');
  installVsix(code, VSIX, installed);
  const extension = resolve(
    installed,
    readdirSync(installed).find((each) => each.startsWith('xlcfg.')),
  );
  const settings = { 'security.workspace.trust.enabled': false };
  const server = await startVsCodeServer(code, { extensionsFolder: join(WORK, 'none'), dataFolder: join(WORK, 'server-data'), settings });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const remote = (path) => `vscode-remote://${server.address}${path}`;
    const ended = new Promise((done, failed) => {
      setTimeout(() => failed(new Error('The tests in VS Code did not end in time')), LIMIT).unref();
      page.exposeFunction('codeAutomationExit', done);
    });
    // The server says at every start of an extension host that its native logger is not built; nothing needs it.
    const isNoise = (args) => String(args[0]).includes('spdlog');
    await page.exposeFunction('codeAutomationLog', (type, args) => (isNoise(args) ? undefined : console.log(...args)));
    await page.goto(
      folderUrl(server.address, makeWorkspace(), [
        ['extensionDevelopmentPath', remote(extension)],
        ['extensionTestsPath', remote(resolve(SUITE, 'index.js'))],
      ]),
    );
    const status = await ended;
    return status === 0 ? undefined : `the suite ended with ${status}`;
  } finally {
    await browser.close();
    server.stop();
  }
}

/** The official way, where VS Code can be downloaded. */
async function testOnDesktop() {
  const { downloadAndUnzipVSCode, runTests } = await import('@vscode/test-electron');
  let executable;
  try {
    executable = await downloadAndUnzipVSCode({
      version: '1.100.3',
      timeout: 20_000,
      cachePath: resolve('.vscode-test'),
      reporter: { report: () => undefined, error: () => undefined },
    });
  } catch {
    console.log('The desktop VS Code cannot be downloaded here; the same suite ran in the VS Code server');
    return;
  }
  const installed = join(WORK, 'installed');
  const extension = resolve(
    installed,
    readdirSync(installed).find((each) => each.startsWith('xlcfg.')),
  );
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: extension,
    extensionTestsPath: resolve(SUITE, 'index.js'),
    launchArgs: [makeWorkspace(), '--disable-workspace-trust'],
  });
}

await buildSuite();
const problem = await testInServer();
if (problem?.startsWith('no ') && process.env.CI !== 'true') {
  console.log(`Skipped: the tests in VS Code (${problem})`);
} else if (problem !== undefined) {
  console.error(problem);
  process.exit(1);
} else {
  await testOnDesktop();
}
process.exit(0);
