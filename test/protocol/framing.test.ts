/** A stream that cannot be understood ends the server, with a word why; others are read to the end. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Socket } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';

const INITIALIZE = frame({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
});

function frame(message: object): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [resolve('dist/server.js'), ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
}

/** How the server ends, and what it says; one that goes on is ended, without a status. */
async function outcomeOf(child: ChildProcess): Promise<{ readonly status: number | null; readonly said: string }> {
  const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
  const said = child.stderr === null ? '' : text(child.stderr);
  const status = await new Promise<number | null>((ended) => child.on('exit', ended));
  clearTimeout(timer);
  return { status, said: await said };
}

const BROKEN: Readonly<Record<string, readonly [string, RegExp]>> = {
  'no Content-Length': ['Content-Type: x\r\n\r\n{}', /no Content-Length/],
  'a negative Content-Length': ['Content-Length: -5\r\n\r\nhello', /Content-Length -5/],
  'a Content-Length that is not a number': ['Content-Length: many\r\n\r\n{}', /Content-Length many/],
  'a Content-Length of 99 GB': ['Content-Length: 99000000000\r\n\r\n{', /Content-Length 99000000000/],
  'bare line feeds': [INITIALIZE.replace('\r\n\r\n', '\n\n'), /CR LF/],
  'headers that do not end': ['x'.repeat(100_000), /do not end/],
  'such a message after a right one': [`${INITIALIZE}Content-Length: -5\r\n\r\n`, /Content-Length -5/],
};

for (const [what, [bytes, problem]] of Object.entries(BROKEN)) {
  test(`${what}: a line on standard error, and status 1`, async () => {
    const child = start('--stdio');
    child.stdin?.write(bytes);
    const { status, said } = await outcomeOf(child);
    assert.equal(status, 1);
    assert.match(said, problem);
    assert.equal(said.trim().split('\n').length, 1);
  });
}

test('messages in pieces of one byte, with other headers, are understood', async () => {
  const child = start('--stdio');
  const message = INITIALIZE.replace('Content-Length', 'content-type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length');
  for (const byte of Buffer.from(message)) child.stdin?.write(Buffer.of(byte));
  const reply = await new Promise<Buffer>((arrived) => child.stdout?.once('data', arrived));
  assert.match(reply.toString(), /^Content-Length/);
  for (const method of ['shutdown', 'exit']) child.stdin?.write(frame({ jsonrpc: '2.0', ...(method === 'exit' ? {} : { id: 2 }), method }));
  assert.deepEqual(await outcomeOf(child), { status: 0, said: '' });
});

for (const form of ['--socket=', '--socket ']) {
  test(`the same over a socket, given as ${form}PORT`, async () => {
    const listener = createServer();
    const port = await new Promise<number>((ready) => {
      listener.listen(0, '127.0.0.1', () => {
        const address = listener.address();
        ready(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const socket = new Promise<Socket>((connected) => listener.once('connection', connected));
    const child = start(...`${form}${port}`.split(' '));
    const editor = await socket;
    editor.write(INITIALIZE);
    const reply = await new Promise<Buffer>((arrived) => editor.once('data', arrived));
    assert.match(reply.toString(), /^Content-Length/);
    editor.on('error', () => undefined);
    editor.write('Content-Length: -1\r\n\r\n');
    const { status, said } = await outcomeOf(child);
    assert.equal(status, 1);
    assert.match(said, /Content-Length -1/);
    listener.close();
  });
}
