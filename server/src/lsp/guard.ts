/** Keeps one failing request from taking the server along. */
import { type CancellationToken, ResponseError } from 'vscode-languageserver';
import { stopIfCancelled } from './cancellation';
import type { Session } from './session';

/** Runs a handler; gives `fallback` when it throws, with a line in the log, and stops early when the client cancels. */
export async function guard<T>(
  session: Session,
  what: string,
  fallback: T,
  token: CancellationToken | undefined,
  run: () => Promise<T>,
): Promise<T> {
  try {
    const result = await run();
    stopIfCancelled(token);
    return result;
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    session.connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return fallback;
  }
}
