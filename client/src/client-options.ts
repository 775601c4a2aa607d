/** How the language client behaves, in every host. Loaded with the library, when the server starts. */
import { type LogOutputChannel, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../protocol/requests';
import { createErrorHandler } from './error-handler';

/** What the extension gives to the client that it needs. */
export interface Surroundings {
  /** Which documents the server is for. */
  readonly selector: readonly { readonly scheme: string; readonly language: string }[];
  readonly output: LogOutputChannel;
}

export function createOptions({ selector, output }: Surroundings): LanguageClientOptions {
  return {
    documentSelector: [...selector],
    outputChannel: output,
    // The problem matcher of tasks has this owner too, so that what the server says of a file stands in the place of what a task said.
    diagnosticCollectionName: 'xlcfg',
    // The server asks for the settings; the file watcher it registers by itself.
    synchronize: {},
    // Commands of VS Code and of the extension can be in what the server offers.
    initializationOptions: (): InitializationOptions => ({ suggestAgain: true, rulePages: true, isTrusted: workspace.isTrusted }),
    errorHandler: createErrorHandler(),
    // The library would show a message of its own.
    initializationFailedHandler: () => false,
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
  };
}
