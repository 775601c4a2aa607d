/** A display for desktop programs: the one there is, or one in memory. */
import { spawn } from 'node:child_process';
import { installPackages } from './debian.mjs';
import { findProgram } from './machine.mjs';

/** Milliseconds that a display may take to start. */
const PATIENCE = 20_000;

/**
 * Makes a display ready; only Linux can be without one.
 * @returns the environment that programs need and a function that takes the display away, or why there is none
 */
export async function openDisplay(machine) {
  const { platform, env } = machine;
  if (platform !== 'linux' || (env.DISPLAY ?? '') !== '') return { env: {}, close: () => undefined };
  const problem = findProgram(machine, 'Xvfb') === undefined ? installPackages(machine, ['xvfb']) : undefined;
  if (problem !== undefined) return { problem: `there is no display, and ${problem}` };
  return startXvfb(machine);
}

/** Lets Xvfb choose a number that is free, which it writes to the descriptor 3. */
function startXvfb(machine) {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const server = spawn(findProgram(machine, 'Xvfb') ?? 'Xvfb', args, { env: machine.env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const close = () => void server.kill();
  return new Promise((done) => {
    const fail = (reason) => {
      clearTimeout(timer);
      close();
      done({ problem: `there is no display, and Xvfb ${reason}` });
    };
    const timer = setTimeout(() => fail('does not answer'), PATIENCE);
    server.on('error', (error) => fail(`cannot be started: ${error.message}`));
    server.on('exit', (status) => fail(`ends with ${status}`));
    let written = '';
    server.stdio[3].on('data', (chunk) => {
      written += chunk;
      if (!written.includes('\n')) return;
      clearTimeout(timer);
      done({ env: { DISPLAY: `:${written.trim()}` }, close });
    });
  });
}
