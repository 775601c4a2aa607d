/** The desktop VS Code: finds or downloads it, and runs a test suite in it. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve, win32 } from 'node:path';
import { unzipSync } from 'fflate';
import { installPackages } from './debian.mjs';
import { openDisplay } from './display.mjs';
import { run } from './machine.mjs';
import { ownEnvironment } from './vscode-environment.mjs';

/** Milliseconds without an answer from the download site. */
const DOWNLOAD_PATIENCE = 15_000;
/** Milliseconds for a whole run of the suite. */
const LIMIT = 5 * 60_000;

/** What the desktop VS Code needs and Debian may lack. */
const LIBRARIES = [
  'libasound2',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libcups2',
  'libgbm1',
  'libgtk-3-0',
  'libnss3',
  'libsecret-1-0',
  'libxkbfile1',
];

/** The lowest version that the extension supports, and the newest. */
export function supportedVersions(manifest) {
  return [/\d+\.\d+\.\d+/.exec(manifest.engines.vscode)[0], 'stable'];
}

/**
 * The desktop builds to test in: the one that `XLCFG_VSCODE` names, else those that can be downloaded.
 * @param download gets a version and returns the path of its program, or throws
 * @returns what there is, and why the rest is missing
 */
export async function findDesktops(machine, versions, download = downloadVsCode) {
  const named = machine.env.XLCFG_VSCODE ?? '';
  if (named !== '') {
    if (!machine.exists(named)) throw new Error(`XLCFG_VSCODE names ${named}, which does not exist`);
    return { desktops: [{ title: named, executable: executableOf(machine, realpathSync(named)) }] };
  }
  const desktops = [];
  for (const version of versions) {
    try {
      desktops.push({ title: `VS Code ${version}`, executable: await download(version) });
    } catch (error) {
      // What cannot be reached once is not asked again.
      return { desktops, problem: `VS Code ${version} cannot be downloaded: ${error instanceof Error ? error.message : String(error)}` };
    }
  }
  return { desktops };
}

async function downloadVsCode(version) {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  const reporter = { report: () => undefined, error: () => undefined };
  return downloadAndUnzipVSCode({ version, timeout: DOWNLOAD_PATIENCE, cachePath: resolve('.vscode-test'), reporter });
}

/**
 * The program of a window where the command `code` is named: that one returns
 * at once, while the window lives on, so nobody would see how the tests end.
 */
export function executableOf({ platform, exists }, path) {
  const { dirname: folderOf, basename, join: joinPaths } = platform === 'win32' ? win32 : posix;
  if (basename(folderOf(path)) !== 'bin') return path;
  const name = basename(path).replace(/\.cmd$/i, '');
  const candidates = {
    win32: [joinPaths(path, '../..', 'Code.exe'), joinPaths(path, '../..', `${name}.exe`)],
    darwin: [joinPaths(path, '../../../../MacOS/Electron'), joinPaths(path, '../../../../MacOS/Code')],
  }[platform] ?? [joinPaths(path, '../..', name)];
  return candidates.find((each) => exists(each)) ?? path;
}

/** Unpacks a VSIX, which is a ZIP file, to the folder that VS Code would make of it. */
export function unpackVsix(vsix, folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, content] of Object.entries(unzipSync(readFileSync(vsix)))) {
    if (!name.startsWith('extension/') || name.endsWith('/')) continue;
    const path = join(folder, name.slice('extension/'.length));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return resolve(folder);
}

/** Installs the libraries that a program lacks, where that is possible; the sentence says which it lacks still. */
function prepareLibraries(machine, executable) {
  if (machine.platform !== 'linux') return undefined;
  const findMissing = () => / *(\S+) => not found/.exec(run(machine, 'ldd', [executable]).text)?.[1];
  if (findMissing() === undefined) return undefined;
  const problem = installPackages(machine, LIBRARIES);
  const missing = findMissing();
  return missing === undefined ? undefined : `it lacks ${missing}${problem === undefined ? '' : `, and ${problem}`}`;
}

function windowArguments({ workspace, extension, suite }, profile) {
  return [
    workspace,
    // Neither root nor a container has what the sandbox of Chromium needs, and recent Ubuntu lends it to installed programs only.
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-dev-shm-usage',
    '--disable-updates',
    '--disable-workspace-trust',
    '--skip-welcome',
    '--skip-release-notes',
    `--user-data-dir=${join(profile, 'data')}`,
    `--extensions-dir=${join(profile, 'extensions')}`,
    `--extensionDevelopmentPath=${extension}`,
    `--extensionTestsPath=${suite}`,
  ];
}

/**
 * Runs a suite in the window of a desktop VS Code.
 * @param files the folder to open, the extension and the suite, as absolute paths
 * @returns nothing when it passed, else what went wrong (`failure`) or what the machine lacks (`problem`)
 */
export async function runInDesktop(machine, executable, files) {
  const libraryProblem = prepareLibraries(machine, executable);
  if (libraryProblem !== undefined) return { problem: libraryProblem };
  const display = await openDisplay(machine);
  if (display.problem !== undefined) return { problem: display.problem };
  // A short path, because the names of sockets below it must not be long.
  const profile = mkdtempSync(join(tmpdir(), 'xlcfg-'));
  try {
    return await runWindow(executable, windowArguments(files, profile), {
      ...ownEnvironment(machine.env),
      ...display.env,
      XLCFG_SUITE_REPORT: join(profile, 'report'),
    });
  } finally {
    display.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function runWindow(executable, args, env) {
  const window = spawn(executable, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((done) => {
    const timer = setTimeout(() => {
      window.kill();
      done({ failure: 'the suite did not end in time' });
    }, LIMIT);
    const end = (outcome) => {
      clearTimeout(timer);
      done(outcome);
    };
    window.on('error', (error) => end({ failure: `${executable} does not start: ${error.message}` }));
    window.on('exit', (status, signal) => {
      if (status !== 0) end({ failure: `the suite ended with ${status ?? signal}` });
      else end(hasReport(env.XLCFG_SUITE_REPORT) ? {} : { failure: `${executable} ended without running the suite` });
    });
  });
}

/** The suite writes down that it passed, because a program that runs nothing ends well too. */
function hasReport(path) {
  try {
    return readFileSync(path, 'utf8') === 'passed';
  } catch {
    return false;
  }
}
