/** What happens when the server ends: it is started again, but not for ever, and then one message says so. */
import { commands, window } from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** As often as this within the period, in milliseconds, the server is started again. */
const MAX_RESTARTS = 4;
const PERIOD = 3 * 60 * 1000;

export function createErrorHandler(): ErrorHandler {
  let ends: readonly number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      const now = Date.now();
      ends = [...ends.filter((time) => now - time < PERIOD), now];
      if (ends.length <= MAX_RESTARTS) return { action: CloseAction.Restart, handled: true };
      ends = [];
      void tell();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function tell(): Promise<void> {
  const restart = 'Restart';
  const show = 'Show Output';
  const message = `The server for Xen domain configs ended ${MAX_RESTARTS + 1} times within three minutes and is off now.`;
  const answer = await window.showErrorMessage(message, restart, show);
  if (answer === restart) await commands.executeCommand('xlcfg.restartServer');
  else if (answer === show) await commands.executeCommand('xlcfg.showOutput');
}
