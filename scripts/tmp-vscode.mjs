/** Runs the tests of test/vscode in every real VS Code that can be had, with the packaged extension. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { startBrowser } from './browser.mjs';
import { prepareKernelImages } from './kernel-images.mjs';
import { THIS_MACHINE } from './machine.mjs';
import { VSIX } from './package.mjs';
import { isEverythingDemanded, skipReason } from './skipping.mjs';
import { findDesktops, runInDesktop, supportedVersions, unpackVsix } from './vscode-desktop.mjs';
import { folderUrl, installVsix, prepareVsCodeServer, startVsCodeServer } from './vscode-server.mjs';

const WORK = 'out/vscode';
const SUITE_SOURCE = 'test/vscode/suite';
/** The files of the suite that VS Code loads, each in a window of its own: the server starts once in a window. */
const WINDOWS = ['tasks'];
/** Milliseconds for all tests of a window. */
const LIMIT = 5 * 60_000;

/**
 * Compiles the suite for the extension host, into the folder of the extension: there it has the extension's own
 * `vscode`, and can answer its questions.
 * @returns the paths that VS Code loads
 */
async function buildSuites(extension) {
  const tests = readdirSync(SUITE_SOURCE).filter((file) => file.endsWith('.test.ts'));
  const outdir = join(extension, 'suite');
  await build({
    entryPoints: [...WINDOWS.map((name) => `${name}.ts`), ...tests].map((file) => join(SUITE_SOURCE, file)),
    outdir,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha', './*.test.js'],
    logLevel: 'warning',
  });
  return WINDOWS.map((name) => resolve(outdir, `${name}.js`));
}

/** A real kernel and a program that is none, where they can be had; the tests that need them say so where they cannot. */
function copyKernels(folder) {
  const { root, problem } = prepareKernelImages();
  if (skipReason('kernel images', problem)) return;
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

/** The oldest and the newest desktop build, or the one that is named. */
async function* testOnDesktops() {
  const { desktops, problem } = await findDesktops(THIS_MACHINE, supportedVersions(JSON.parse(readFileSync('package.json', 'utf8'))));
  const extension = unpackVsix(VSIX, join(WORK, 'unpacked'));
  for (const { title, executable } of desktops) {
    process.stdout.write(`In ${title}\n`);
    for (const suite of await buildSuites(extension)) {
      yield { title, ...(await runInDesktop(THIS_MACHINE, executable, { workspace: makeWorkspace(), extension, suite })) };
    }
  }
  // Whether the site can be reached is not for this machine to decide, so nothing can demand it.
  if (problem !== undefined) yield { title: 'the desktop VS Code', problem, isOptional: true };
}

/**
 * Runs a suite in a window of the VS Code server.
 * @returns the status that it ends with
 */
async function runInPage(browser, address, extension, suite) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const remote = (path) => `vscode-remote://${address}${pathToFileURL(path).pathname}`;
  const ended = new Promise((done, failed) => {
    setTimeout(() => failed(new Error('The tests in VS Code did not end in time')), LIMIT).unref();
    page.exposeFunction('codeAutomationExit', done);
  });
  // The server says at every start of an extension host that its native logger is not built; nothing needs it.
  const isNoise = (args) => String(args[0]).includes('spdlog');
  await page.exposeFunction('codeAutomationLog', (type, args) => (isNoise(args) ? undefined : console.log(...args)));
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(suite)],
  ];
  await page.goto(folderUrl(address, makeWorkspace(), payload));
  const status = await ended;
  await page.close();
  return status;
}

/** @returns nothing when the suite passed, else what went wrong or what the machine lacks */
async function testInServer() {
  const { code, problem } = prepareVsCodeServer();
  if (problem !== undefined) return { problem };
  const { browser, problem: browserProblem } = await startBrowser();
  if (browserProblem !== undefined) return { problem: browserProblem };
  process.stdout.write('In the VS Code server\n');
  const installed = join(WORK, 'installed');
  installVsix(code, VSIX, installed);
  const extension = resolve(
    installed,
    readdirSync(installed).find((each) => each.startsWith('xlcfg.')),
  );
  const settings = { 'security.workspace.trust.enabled': false };
  const server = await startVsCodeServer(code, { extensionsFolder: join(WORK, 'none'), dataFolder: join(WORK, 'server-data'), settings });
  try {
    for (const suite of await buildSuites(extension)) {
      const status = await runInPage(browser, server.address, extension, suite);
      if (status !== 0) return { failure: `the suite ended with ${status}` };
    }
    return {};
  } finally {
    await browser.close();
    server.stop();
  }
}

/** Says how a host did; true unless it failed, or is missing although everything is demanded. */
function report({ title, failure, problem, isOptional = false }) {
  if (failure !== undefined) process.stderr.write(`Failed: ${title}: ${failure}\n`);
  if (problem !== undefined) process.stdout.write(`Skipped: the tests in ${title}: ${problem}\n`);
  return failure === undefined && (problem === undefined || isOptional || !isEverythingDemanded());
}

mkdirSync(WORK, { recursive: true });
let isRight = true;
for await (const outcome of testOnDesktops()) isRight = report(outcome) && isRight;
isRight = report({ title: 'the VS Code server', ...(await testInServer()) }) && isRight;
process.exit(isRight ? 0 : 1);
