/** Entry point of the extension in the Node extension host: runs the bundled server in a process of its own. */
import * as path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { type Client, startExtension } from '../extension';

/** Writes what goes wrong with the connection to the output, where the library shows a message for each: the error handler tells of all. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

let client: Client | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath(path.join('dist', 'server.js'));
  client = await startExtension(context, (options: LanguageClientOptions) => {
    const run = { module, transport: TransportKind.ipc };
    return new QuietClient('xlcfg', 'Xen domain configs', { run, debug: run }, options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
