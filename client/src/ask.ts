/** Asks the server what only it knows. */
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Requests } from '../../protocol/requests';

export function ask<Method extends keyof Requests>(
  client: BaseLanguageClient,
  method: Method,
  params: Requests[Method]['params'],
): Promise<Requests[Method]['result']> {
  return client.sendRequest<Requests[Method]['result']>(method, params);
}
