/** The terminal of a task: it runs the bundled command line, and shows what that prints. */
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, type Pseudoterminal } from 'vscode';

/** Where a program ended without a status. */
const KILLED = 1;

/**
 * The editor's own Node runs the program, whatever the machine has; without a shell, and nothing of the workspace is run.
 * @param args what Node gets, beginning with the path of the program
 * @param cwd absolute
 */
export function createCheckTerminal(args: readonly string[], cwd: string): Pseudoterminal {
  const written = new EventEmitter<string>();
  const closed = new EventEmitter<number>();
  let child: ChildProcess | undefined;
  const show = (text: string): void => {
    // A terminal goes down with \n, and to the left with \r.
    written.fire(text.replaceAll('\n', '\r\n'));
  };
  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open: () => {
      const env = { FORCE_COLOR: '1', ...process.env, ELECTRON_RUN_AS_NODE: '1' };
      child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
      for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', show);
      child.on('error', ({ message }) => {
        show(`${message}\n`);
        closed.fire(KILLED);
      });
      // Both outputs have been read by then.
      child.on('close', (status) => {
        closed.fire(status ?? KILLED);
      });
    },
    close: () => {
      child?.kill();
    },
  };
}
