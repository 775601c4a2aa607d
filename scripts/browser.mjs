/** Finds and starts a browser of Chromium's family. */
import { win32 } from 'node:path';
import { installPackages } from './debian.mjs';
import { findProgram, THIS_MACHINE } from './machine.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const LINUX_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_PATHS = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const WINDOWS_PATHS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

function findPresent(machine) {
  const { platform, env, exists } = machine;
  if (platform === 'darwin') return MAC_PATHS.find(exists);
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) => WINDOWS_PATHS.map((path) => win32.join(root, path))).find(exists);
  }
  return LINUX_NAMES.map((name) => findProgram(machine, name)).find((path) => path !== undefined);
}

/**
 * The path of a browser: the one that `CHROMIUM_PATH` names, else an installed one, else Debian's, which is installed.
 * @returns the path, or a sentence that says why there is none
 */
export function findBrowser(machine = THIS_MACHINE) {
  const named = machine.env.CHROMIUM_PATH;
  if (named !== undefined && !machine.exists(named)) return { problem: `CHROMIUM_PATH names ${named}, which does not exist` };
  const present = named ?? findPresent(machine);
  if (present !== undefined) return { path: present };
  if (machine.platform !== 'linux') return { problem: 'there is no Chrome, Chromium or Edge' };
  const problem = installPackages(machine, ['chromium']);
  const path = problem === undefined ? findPresent(machine) : undefined;
  return path === undefined ? { problem: problem ?? 'the package chromium holds no browser' } : { path };
}

/** Starts the browser, or says why there is none. */
export async function startBrowser() {
  const { path, problem } = findBrowser();
  if (problem !== undefined) return { problem };
  const { chromium } = await import('playwright-core');
  try {
    return { browser: await chromium.launch({ executablePath: path, args: FLAGS }) };
  } catch (error) {
    return { problem: `${path} does not start: ${error.message.split('\n')[0]}` };
  }
}
