/** The side of the editor in a session with the server, whatever lies between them. */
import type { MessageConnection } from 'vscode-jsonrpc/node';

export interface ServerSession {
  readonly rpc: MessageConnection;
  /** The reply to `initialize`. */
  readonly capabilities: Readonly<Record<string, unknown>>;
  open(uri: string, text: string): void;
  /** Replaces the whole text. */
  change(uri: string, version: number, text: string): void;
  close(uri: string): void;
  /** Waits for the next diagnostics that are pushed for a document. */
  nextDiagnostics(uri: string): Promise<readonly PushedDiagnostic[]>;
  /** Asks for the diagnostics of a document. */
  pullCodes(uri: string): Promise<readonly (string | undefined)[]>;
  /** How often the server asked the editor to pull all diagnostics again. */
  refreshCount(): number;
  stop(): Promise<void>;
}

export interface PushedDiagnostic {
  /** The rule; problems of project files have none. */
  readonly code?: string;
  readonly message: string;
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: unknown };
  readonly codeDescription: { readonly href: string };
}

export interface EditorAbilities {
  readonly capabilities: unknown;
  /** Answers the questions of the server for settings. */
  readonly configure?: () => unknown;
  readonly initializationOptions?: unknown;
  /** URIs of the workspace. */
  readonly folders?: readonly string[];
  readonly processId?: number;
}

/** Initializes the server at the other end. */
export async function openSession(
  rpc: MessageConnection,
  { capabilities, configure = () => ({}), initializationOptions, folders = [], processId }: EditorAbilities,
  end: () => Promise<void>,
): Promise<ServerSession> {
  const waiting = new Map<string, (diagnostics: readonly PushedDiagnostic[]) => void>();
  let refreshed = 0;
  rpc.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: readonly PushedDiagnostic[] }) => {
      waiting.get(uri)?.(diagnostics);
    },
  );
  rpc.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => Promise.all(items.map(() => configure())));
  rpc.onRequest('client/registerCapability', () => null);
  rpc.onRequest('workspace/diagnostic/refresh', () => {
    refreshed += 1;
    return null;
  });
  rpc.listen();
  const reply = await rpc.sendRequest<{ readonly capabilities: Readonly<Record<string, unknown>> }>('initialize', {
    processId: processId ?? null,
    rootUri: null,
    workspaceFolders: folders.map((uri) => ({ uri, name: 'workspace' })),
    capabilities,
    initializationOptions,
  });
  void rpc.sendNotification('initialized', {});
  return {
    rpc,
    capabilities: reply.capabilities,
    open: (uri, text) =>
      void rpc.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'xlcfg', version: 1, text } }),
    change: (uri, version, text) =>
      void rpc.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] }),
    close: (uri) => void rpc.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    nextDiagnostics: (uri) => new Promise((resolveWith) => waiting.set(uri, resolveWith)),
    pullCodes: async (uri) => {
      const report = await rpc.sendRequest<{ readonly items: readonly PushedDiagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.items.map(({ code }) => code);
    },
    refreshCount: () => refreshed,
    stop: async () => {
      await rpc.sendRequest('shutdown');
      await end();
      rpc.dispose();
    },
  };
}
