/** Entry point of the extension in the Node extension host: runs the bundled server in a process of its own. */
import * as path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { type Client, startExtension } from '../extension';

let client: Client | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath(path.join('dist', 'server.js'));
  client = await startExtension(context, (options: LanguageClientOptions) => {
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient('xlcfg', 'Xen domain configs', { run, debug: run }, options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
