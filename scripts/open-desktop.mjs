/** Opens a window of the desktop VS Code that people have. */
import { resolve } from 'node:path';
import { findProgram, lastLine, run } from './machine.mjs';

/**
 * Opens a folder in a new window, with the extension of this checkout.
 * @returns undefined, or why there is no window
 */
export function openDesktop(machine, folder) {
  const { platform, env, isRoot } = machine;
  const named = env.XLCFG_VSCODE ?? '';
  const program = named === '' ? findProgram(machine, 'code') : named;
  if (program === undefined) return 'there is no command code';
  // The command ends well without a display too, and nothing opens.
  const hasDisplay = platform !== 'linux' || [env.DISPLAY, env.WAYLAND_DISPLAY].some((name) => (name ?? '') !== '');
  if (!hasDisplay) return 'there is no display';
  // VS Code starts for root only with these two.
  const forRoot = isRoot && platform === 'linux' ? ['--no-sandbox', `--user-data-dir=${resolve('out/start/desktop')}`] : [];
  const args = ['--new-window', ...forRoot, `--extensionDevelopmentPath=${resolve('.')}`, resolve(folder)];
  const { isDone, status, text } = run(machine, program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  if (isDone) return undefined;
  return `${program} ${status === null ? 'does not start' : `ended with ${status}`}${text === '' ? '' : `: ${lastLine(text)}`}`;
}
