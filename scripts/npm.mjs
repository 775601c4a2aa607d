/** Runs npm as it is found on every platform. */
import { posix, win32 } from 'node:path';
import { findProgram, run, THIS_MACHINE } from './machine.mjs';

/**
 * How npm is started: the one that runs this script, else the one beside Node,
 * both as programs for Node, because Node starts no batch file without a shell;
 * else the one on the path.
 * @returns undefined where there is none
 */
export function npmCommand(machine) {
  const { dirname, join } = machine.platform === 'win32' ? win32 : posix;
  const folder = dirname(machine.node);
  const candidates = [
    machine.env.npm_execpath ?? '',
    join(folder, 'node_modules/npm/bin/npm-cli.js'),
    join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  // Other package managers set the same variable, and know other arguments.
  const script = candidates.find((path) => /[/\\]npm-cli\.c?js$/.test(path) && machine.exists(path));
  if (script !== undefined) return { path: machine.node, args: [script] };
  const path = findProgram(machine, 'npm');
  return path === undefined ? undefined : { path, args: [] };
}

/** Runs npm to its end. */
export function runNpm(args, options = {}, machine = THIS_MACHINE) {
  const command = npmCommand(machine);
  if (command === undefined) return { isDone: false, status: null, text: 'there is no npm' };
  return run(machine, command.path, [...command.args, ...args], options);
}
