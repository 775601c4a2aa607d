/** Packages of Debian: installs them, or fetches them to be unpacked. */
import { findProgram, lastLine, run } from './machine.mjs';

const QUIET = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };

/** The lists of packages are fetched once a process, however often something is missing. */
const updated = new WeakSet();

/** Runs a program of apt, in English, and without questions. */
export function runApt(machine, name, args, options = {}) {
  return run(machine, name, args, { env: { ...machine.env, ...QUIET }, stdio: ['ignore', 'pipe', 'pipe'], ...options });
}

/** Whether the machine has packages as Debian has. */
export function hasApt(machine) {
  return machine.platform === 'linux' && findProgram(machine, 'apt-get') !== undefined;
}

function update(machine) {
  if (updated.has(machine)) return;
  updated.add(machine);
  runApt(machine, 'apt-get', ['update']);
}

/**
 * Installs packages.
 * @returns undefined, or why it cannot be done
 */
export function installPackages(machine, packages) {
  if (!hasApt(machine)) return `${packages.join(', ')} cannot be installed without apt-get`;
  if (!machine.isRoot) return `only root can install ${packages.join(', ')}`;
  update(machine);
  // Another process may be installing; apt waits for it instead of failing.
  const args = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', ...packages];
  const { isDone, text } = runApt(machine, 'apt-get', args);
  return isDone ? undefined : `${packages.join(', ')} cannot be installed: ${lastLine(text)}`;
}

/**
 * Fetches packages into a folder; anybody may do that.
 * @returns undefined, or why it cannot be done
 */
export function downloadPackages(machine, packages, folder) {
  if (!hasApt(machine)) return 'there is no apt-get';
  const download = () => runApt(machine, 'apt-get', ['download', ...packages], { cwd: folder });
  let fetched = download();
  if (!fetched.isDone && machine.isRoot) {
    update(machine);
    fetched = download();
  }
  return fetched.isDone ? undefined : lastLine(fetched.text);
}
