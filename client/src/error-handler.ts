/** What happens when the server ends: it is started again, but not for ever, and then one message says so. */
import { commands, l10n, window } from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import { plainWords } from './plain-words';

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
  const restart = l10n.t('Restart');
  const show = l10n.t('Show Output');
  const message = l10n.t('The server for Xen domain configs ended {0} times within three minutes and is off now.', MAX_RESTARTS + 1);
  const answer = await window.showErrorMessage(plainWords(message), restart, show);
  if (answer === restart) await commands.executeCommand('xlcfg.restartServer');
  else if (answer === show) await commands.executeCommand('xlcfg.showOutput');
}
