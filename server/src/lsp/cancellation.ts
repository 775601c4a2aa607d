/** Requests that the editor takes back. */
import { type CancellationToken, type Disposable, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Waits for something that goes on for others, until it is there or the request is taken back. */
export async function untilCancelled<T>(promise: Promise<T>, token: CancellationToken): Promise<T> {
  stopIfCancelled(token);
  let stop: Disposable | undefined;
  const cancelled = new Promise<never>((_, reject) => {
    stop = token.onCancellationRequested(() => {
      reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled'));
    });
  });
  try {
    return await Promise.race([promise, cancelled]);
  } finally {
    stop?.dispose();
  }
}

/** Ends a request that nobody waits for any more; called between the steps of one that takes long. */
export function stopIfCancelled(token: CancellationToken | undefined): void {
  if (token?.isCancellationRequested === true) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
