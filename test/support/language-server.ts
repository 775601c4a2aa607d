/** A JSON-RPC session with the bundled server over standard input and output. */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

export interface ServerSession {
  readonly rpc: MessageConnection;
  /** The reply to `initialize`. */
  readonly capabilities: Readonly<Record<string, unknown>>;
  open(uri: string, text: string): void;
  /** Waits for the next diagnostics that are pushed for a document. */
  nextDiagnostics(uri: string): Promise<readonly PushedDiagnostic[]>;
  stop(): Promise<void>;
}

export interface PushedDiagnostic {
  readonly code: string;
  readonly message: string;
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: unknown };
  readonly codeDescription: { readonly href: string };
}

/**
 * Starts the server for a client of the given capabilities.
 * @param configuration answers its questions for settings
 * @param folders URIs of the workspace
 * @param program the bundle
 */
export async function startServer(
  capabilities: unknown,
  configuration: unknown = {},
  initializationOptions?: unknown,
  folders: readonly string[] = [],
  program = resolve('dist/server.js'),
): Promise<ServerSession> {
  const child: ChildProcess = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (child.stdout === null || child.stdin === null) throw new Error('The server has no pipes');
  const rpc = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const waiting = new Map<string, (diagnostics: readonly PushedDiagnostic[]) => void>();
  rpc.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: readonly PushedDiagnostic[] }) => {
      waiting.get(uri)?.(diagnostics);
    },
  );
  rpc.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(() => configuration));
  rpc.onRequest('client/registerCapability', () => null);
  rpc.onRequest('workspace/diagnostic/refresh', () => null);
  rpc.listen();
  const reply = await rpc.sendRequest<{ readonly capabilities: Readonly<Record<string, unknown>> }>('initialize', {
    processId: process.pid,
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
    nextDiagnostics: (uri) => new Promise((resolveWith) => waiting.set(uri, resolveWith)),
    stop: async () => {
      await rpc.sendRequest('shutdown');
      void rpc.sendNotification('exit');
      await new Promise((ended) => child.on('exit', ended));
      rpc.dispose();
    },
  };
}
