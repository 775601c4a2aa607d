/** The language client of the Node extension host, which runs the bundled server in a process of its own. */
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { createOptions, type Surroundings } from '../client-options';
import type { Client } from '../language-server';

/** Writes what goes wrong with the connection to the output, where the library shows a message for each: the error handler tells of all. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** @param module the bundle of the server */
export function createClient(module: string, surroundings: Surroundings): Client {
  const run = { module, transport: TransportKind.ipc };
  return new QuietClient('xlcfg', 'Xen domain configs', { run, debug: run }, createOptions(surroundings));
}
