/** Entry point of the extension in the Node extension host. */
import * as path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { registerExtension } from '../extension';
import type { LanguageServer } from '../language-server';
import { registerHostCommands } from './host-commands';

let server: LanguageServer | undefined;

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath(path.join('dist', 'server.js'));
  server = registerExtension(
    context,
    async (surroundings) => {
      // The library takes longer to load than everything else, and few files of plain text need it.
      const { createClient } = await import('./language-client');
      return createClient(module, surroundings);
    },
    registerHostCommands,
  );
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
