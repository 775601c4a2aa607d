/**
 * The machine that a script runs on, and how programs are started on it. Tests
 * hand in machines that this one is not.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** @type {import('./machine.mjs').Machine} */
export const THIS_MACHINE = {
  platform: process.platform,
  arch: process.arch,
  isRoot: process.getuid?.() === 0,
  env: process.env,
  node: process.execPath,
  exists: existsSync,
};

/** The path of a program, looked up as the shell of the machine does; undefined where there is none. */
export function findProgram({ platform, env, exists }, name) {
  const isWindows = platform === 'win32';
  const { delimiter, join } = isWindows ? win32 : posix;
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = isWindows ? (env.PATHEXT ?? '.COM;.EXE;.BAT;.CMD').toLowerCase().split(';') : [''];
  return folders.flatMap((folder) => endings.map((ending) => join(folder, `${name}${ending}`))).find((path) => exists(path));
}

/**
 * How Node has to be asked to start a program. Batch files of Windows run in a
 * shell only, which wants one line with quotes.
 */
export function commandFor(machine, path, args) {
  if (machine.platform !== 'win32' || !/\.(?:cmd|bat)$/i.test(path)) return { file: path, args, shell: false };
  return { file: [path, ...args].map((part) => `"${part}"`).join(' '), args: [], shell: true };
}

/** Runs a program to its end. A program that there is not is one that failed. */
export function run(machine, name, args, options = {}) {
  const path = /[/\\]/.test(name) ? name : findProgram(machine, name);
  if (path === undefined) return { isDone: false, status: null, text: `there is no ${name}` };
  const { file, args: rest, shell } = commandFor(machine, path, args);
  const result = spawnSync(file, rest, { encoding: 'utf8', maxBuffer: 2 ** 28, env: machine.env, shell, ...options });
  const text = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`.trim();
  return { isDone: result.status === 0, status: result.status, text };
}

/** The last line of what a program said, which tells why it failed. */
export function lastLine(text) {
  return text.trim().split(/\r?\n/).at(-1) ?? '';
}
