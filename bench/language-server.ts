/** A language server in a process of its own, as a client sees it: requests, and the time until something is said of a text. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

/** A server that does not answer for so long has lost, in milliseconds. */
const PATIENCE = 20_000;

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly languageId: string;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

export class ServerProcess {
  private readonly pushes = new Map<string, () => void>();
  private isPulled = false;
  private version = 1;
  private readonly child: ChildProcess;
  private readonly rpc: MessageConnection;
  private readonly languageId: string;

  private constructor(child: ChildProcess, rpc: MessageConnection, languageId: string) {
    this.child = child;
    this.rpc = rpc;
    this.languageId = languageId;
    rpc.onNotification('textDocument/publishDiagnostics', ({ uri }: { readonly uri: string }) => this.pushes.get(uri)?.());
    rpc.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) => items.map(() => null));
    for (const method of ['client/registerCapability', 'window/workDoneProgress/create', 'workspace/diagnostic/refresh']) {
      rpc.onRequest(method, () => null);
    }
    rpc.listen();
  }

  /** Starts a program in a folder, which is its workspace too, and initializes it. */
  static async start({ command, args, languageId }: Program, folder: string): Promise<ServerProcess> {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], cwd: folder });
    const rpc = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const server = new ServerProcess(child, rpc, languageId);
    const uri = pathToFileURL(folder).href;
    const reply = await rpc.sendRequest<{ readonly capabilities: { readonly diagnosticProvider?: unknown } }>('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
        textDocument: { publishDiagnostics: {}, diagnostic: {}, completion: { completionItem: { snippetSupport: true } } },
      },
    });
    server.isPulled = reply.capabilities.diagnosticProvider !== undefined;
    await rpc.sendNotification('initialized', {});
    return server;
  }

  /** Opens a text. @returns the milliseconds to its diagnostics */
  open(uri: string, text: string): Promise<number> {
    return this.timeDiagnostics(uri, () =>
      this.rpc.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: this.languageId, version: this.version++, text },
      }),
    );
  }

  /** Puts `newText` in the place of so many characters at a position. @returns the milliseconds to the diagnostics */
  type(uri: string, start: Position, removed: number, newText: string): Promise<number> {
    const end = { line: start.line, character: start.character + removed };
    return this.timeDiagnostics(uri, () =>
      this.rpc.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: this.version++ },
        contentChanges: [{ range: { start, end }, text: newText }],
      }),
    );
  }

  /** Asks about a place. @returns the milliseconds to the answer */
  async ask(method: string, uri: string, position: Position): Promise<number> {
    const start = performance.now();
    await this.rpc.sendRequest(method, { textDocument: { uri }, position });
    return performance.now() - start;
  }

  async close(uri: string): Promise<void> {
    await this.rpc.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** The resident memory in megabytes; no number where the system does not tell. */
  get megabytes(): number {
    try {
      const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(this.child.pid)}/status`, 'utf8')) ?? [];
      return Number(kilobytes) / 1024;
    } catch {
      return NaN;
    }
  }

  stop(): void {
    this.rpc.dispose();
    this.child.kill();
  }

  private async timeDiagnostics(uri: string, change: () => Promise<void>): Promise<number> {
    const start = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const pushed = new Promise<void>((done) => {
      this.pushes.set(uri, done);
      timer = setTimeout(done, PATIENCE);
    });
    await change();
    await (this.isPulled ? this.rpc.sendRequest('textDocument/diagnostic', { textDocument: { uri } }) : pushed);
    clearTimeout(timer);
    return performance.now() - start;
  }
}
