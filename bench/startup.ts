/**
 * Cold start: the command line on one file, and the server to its reply to
 * `initialize`, beside peers in the same run. The medians count; the machine
 * decides the absolute numbers.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CACHE } from '../scripts/cache.mjs';
import { preparePeers, quantiles } from './peers';

const RUNS = 15;

function timeCommand(args: readonly string[]): number {
  const start = performance.now();
  spawnSync(process.execPath, args);
  return performance.now() - start;
}

/** Milliseconds from the start of a server to its reply to `initialize`. */
async function timeInitialize(args: readonly string[]): Promise<number> {
  const start = performance.now();
  const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const body = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: process.pid, rootUri: null, capabilities: {} },
  });
  server.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  await new Promise<void>((done) => {
    server.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('"capabilities"')) done();
    });
  });
  const time = performance.now() - start;
  server.kill();
  return time;
}

/** Rounds take turns, so that a slow moment of the machine hits everybody. */
async function measure(title: string, contestants: Readonly<Record<string, () => number | Promise<number>>>): Promise<void> {
  const times = new Map(Object.keys(contestants).map((name): [string, number[]] => [name, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const [name, contestant] of Object.entries(contestants)) times.get(name)?.push(await contestant());
  }
  process.stdout.write(`${title}\n`);
  for (const [name, values] of times) process.stdout.write(`  ${name.padEnd(34)} ${quantiles(values).p50.toFixed(0).padStart(5)} ms\n`);
}

const peers = preparePeers();
const inPeers = (path: string): string => join(peers ?? '', path);
const example = resolve('examples/web1.cfg');
const dockerfile = join(CACHE, 'bench', 'Dockerfile');
mkdirSync(join(CACHE, 'bench'), { recursive: true });
writeFileSync(dockerfile, 'FROM debian:12\nRUN apt-get update\nCMD ["sh"]\n');

await measure('One file from the command line (median)', {
  'node -e 0': () => timeCommand(['-e', '0']),
  'xlcfg check': () => timeCommand(['dist/cli.js', 'check', example]),
  ...(peers === undefined ? {} : { dockerfilelint: () => timeCommand([inPeers('dockerfilelint/bin/dockerfilelint'), dockerfile]) }),
});
await measure('Start to the reply to initialize (median)', {
  'xlcfg-language-server': () => timeInitialize(['dist/server.js', '--stdio']),
  ...(peers === undefined
    ? {}
    : {
        'dockerfile-language-server-nodejs': () =>
          timeInitialize([inPeers('dockerfile-language-server-nodejs/bin/docker-langserver'), '--stdio']),
        'yaml-language-server': () => timeInitialize([inPeers('yaml-language-server/bin/yaml-language-server'), '--stdio']),
      }),
});
