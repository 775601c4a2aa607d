/** Answers the requests of our own client. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Requests } from '../../../protocol/requests';
import { guard } from './guard';
import type { Session } from './session';

/** Answers one of them; with `fallback` where the answer cannot be found out. */
export function answer<Method extends keyof Requests>(
  session: Session,
  method: Method,
  fallback: Requests[Method]['result'],
  find: (params: Requests[Method]['params'], token: CancellationToken) => Promise<Requests[Method]['result']>,
): void {
  session.connection.onRequest(method, (params: Requests[Method]['params'], token: CancellationToken) =>
    guard(session, method, fallback, token, () => find(params, token)),
  );
}
