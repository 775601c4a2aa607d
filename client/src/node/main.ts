/** Entry point of the extension in the Node extension host. */
import * as path from 'node:path';
import { Disposable, type ExtensionContext } from 'vscode';
import { registerExtension } from '../extension';
import type { LanguageServer } from '../language-server';
import { registerCheckTasks } from './check-tasks';
import { registerHostCommands } from './host-commands';

let server: LanguageServer | undefined;

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath(path.join('dist', 'server.js'));
  const program = context.asAbsolutePath(path.join('dist', 'cli.js'));
  server = registerExtension(
    context,
    async (surroundings) => {
      // The library takes longer to load than everything else, and few files of plain text need it.
      const { createClient } = await import('./language-client');
      return createClient(module, surroundings);
    },
    (server, pages) => Disposable.from(registerHostCommands(server, pages), registerCheckTasks(program)),
  );
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
