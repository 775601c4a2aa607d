/** A JSON-RPC session with the bundled server over standard input and output. */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { after } from 'node:test';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { type EditorAbilities, openSession, type ServerSession } from './editor-session';

export type { PushedDiagnostic, ServerSession } from './editor-session';

/**
 * Starts the server for a client of the given capabilities; it ends with the test at the latest.
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
  // A test that fails leaves its server behind, which would keep the run from ending.
  after(() => child.kill());
  if (child.stdout === null || child.stdin === null) throw new Error('The server has no pipes');
  const rpc = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const abilities: EditorAbilities = {
    capabilities,
    configure: () => configuration,
    initializationOptions,
    folders,
    processId: process.pid,
  };
  return openSession(rpc, abilities, async () => {
    void rpc.sendNotification('exit');
    await new Promise((ended) => child.on('exit', ended));
  });
}
