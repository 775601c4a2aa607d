/**
 * What a person waits for in an editor, beside peers in the same run: the reply to `initialize`, diagnostics of a file that is
 * opened and of one that is typed in, completion, and the memory after all that. The machine decides the absolute numbers.
 *
 * `npm run bench:session -- --beside FOLDER` measures the bundles of another checkout in the same run; a word chooses contestants.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { CACHE } from '../scripts/cache.mjs';
import { type Contestant, ours, peersIn } from './contestants';
import { preparePeers, quantiles } from './peers';

const ROUNDS = 3;
const KEYSTROKES = 20;
const COMPLETIONS = 30;
/** A server that does not answer for so long has lost. */
const PATIENCE = 20_000;

interface Measures {
  readonly initialize: number;
  readonly open200: number;
  readonly completion: readonly number[];
  readonly keystroke: readonly number[];
  readonly open10000: number;
  readonly megabytes: number;
}

/** One server, with the clock beside it. */
class Session {
  private readonly pushes = new Map<string, () => void>();
  private isPulled = false;
  private version = 1;
  private readonly rpc: MessageConnection;
  private readonly contestant: Contestant;

  constructor(rpc: MessageConnection, contestant: Contestant) {
    this.rpc = rpc;
    this.contestant = contestant;
    rpc.onNotification('textDocument/publishDiagnostics', ({ uri }: { readonly uri: string }) => this.pushes.get(uri)?.());
    rpc.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) => items.map(() => null));
    rpc.onRequest('client/registerCapability', () => null);
    rpc.onRequest('window/workDoneProgress/create', () => null);
    rpc.onRequest('workspace/diagnostic/refresh', () => null);
    rpc.listen();
  }

  async initialize(): Promise<void> {
    const folder = pathToFileURL(join(CACHE, 'bench')).href;
    const reply = await this.rpc.sendRequest<{ readonly capabilities: { readonly diagnosticProvider?: unknown } }>('initialize', {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'bench' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
        textDocument: { publishDiagnostics: {}, diagnostic: {}, completion: { completionItem: { snippetSupport: true } } },
      },
    });
    this.isPulled = reply.capabilities.diagnosticProvider !== undefined;
    await this.rpc.sendNotification('initialized', {});
  }

  /** Opens a text of so many lines; the time to its diagnostics. */
  open(lines: number): Promise<number> {
    const { languageId } = this.contestant;
    const uri = this.uriOf(lines);
    return this.timeDiagnostics(uri, () =>
      this.rpc.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: this.version++, text: textOf(this.contestant, lines) },
      }),
    );
  }

  /** Types behind the wrong line, or takes it away again; the time to the diagnostics. */
  type(lines: number, isThere: boolean): Promise<number> {
    const uri = this.uriOf(lines);
    const line = placeOf(this.contestant, lines) + 1;
    const { length } = this.contestant.line(line);
    const end = { line, character: length + (isThere ? this.contestant.typed.length : 0) };
    return this.timeDiagnostics(uri, () =>
      this.rpc.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: this.version++ },
        contentChanges: [{ range: { start: { line, character: length }, end }, text: isThere ? '' : this.contestant.typed }],
      }),
    );
  }

  async complete(lines: number): Promise<number> {
    const start = performance.now();
    await this.rpc.sendRequest('textDocument/completion', {
      textDocument: { uri: this.uriOf(lines) },
      position: { line: placeOf(this.contestant, lines) + 2, character: 0 },
    });
    return performance.now() - start;
  }

  private uriOf(lines: number): string {
    return pathToFileURL(join(CACHE, 'bench', `lines${lines}.${this.contestant.extension}`)).href;
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

/** The line of the text with something wrong in it. */
function placeOf({ head }: Contestant, lines: number): number {
  return (lines >> 1) + (head === undefined ? 0 : 1);
}

function textOf(contestant: Contestant, lines: number): string {
  const all = Array.from({ length: lines }, (_, index) => contestant.line(index + (contestant.head === undefined ? 0 : 1)));
  if (contestant.head !== undefined) all.unshift(contestant.head);
  all[placeOf(contestant, lines)] = contestant.wrongLine;
  return `${all.join('\n')}\n`;
}

/** The resident memory of a process, in megabytes; no number where the system does not tell. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return NaN;
  }
}

async function measure(contestant: Contestant): Promise<Measures> {
  const start = performance.now();
  const child = spawn(contestant.command, contestant.args, { stdio: ['pipe', 'pipe', 'ignore'], cwd: join(CACHE, 'bench') });
  const rpc = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const session = new Session(rpc, contestant);
  await session.initialize();
  const initialize = performance.now() - start;
  const open200 = await session.open(200);
  const completion: number[] = [];
  for (let run = 0; run < COMPLETIONS; run++) completion.push(await session.complete(200));
  await session.open(1000);
  const keystroke: number[] = [];
  for (let run = 0; run < KEYSTROKES; run++) keystroke.push(await session.type(1000, run % 2 === 1));
  const open10000 = await session.open(10_000);
  const megabytes = residentMegabytes(child.pid);
  rpc.dispose();
  child.kill();
  return { initialize, open200, completion, keystroke, open10000, megabytes };
}

const { values, positionals } = parseArgs({ options: { beside: { type: 'string' } }, allowPositionals: true });
const peers = preparePeers();
const contestants = [
  ...ours('dist'),
  ...(values.beside === undefined ? [] : ours(join(values.beside, 'dist'), ' (beside)')),
  ...(peers === undefined ? [] : peersIn(peers)),
].filter(({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)));

const rounds = new Map<string, Measures[]>(contestants.map(({ name }) => [name, []]));
// Rounds take turns, so that a slow moment of the machine hits everybody.
for (let round = 0; round < ROUNDS; round++) {
  for (const contestant of contestants) rounds.get(contestant.name)?.push(await measure(contestant));
}

const HEADS = ['initialize', '200 lines', 'completion', 'keystroke in 1,000', '10,000 lines', 'memory'];
process.stdout.write(`| medians of ${ROUNDS} rounds | ${HEADS.join(' | ')} |\n|${' --- |'.repeat(HEADS.length + 1)}\n`);
for (const [name, all] of rounds) {
  const median = (read: (each: Measures) => number): string => quantiles(all.map(read)).p50.toFixed(0);
  const both = (read: (each: Measures) => readonly number[]): string => {
    const { p50, p95 } = quantiles(all.flatMap(read));
    return `${p50.toFixed(1)} / ${p95.toFixed(1)} ms`;
  };
  const cells = [
    `${median((each) => each.initialize)} ms`,
    `${median((each) => each.open200)} ms`,
    both((each) => each.completion),
    both((each) => each.keystroke),
    `${median((each) => each.open10000)} ms`,
    `${median((each) => each.megabytes)} MB`,
  ];
  process.stdout.write(`| ${name} | ${cells.join(' | ')} |\n`);
}
