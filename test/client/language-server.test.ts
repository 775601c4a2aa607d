/** When the server starts, of which the rest of the extension knows nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Client, LanguageServer } from '../../client/src/language-server';

/** A server without a process, with a log of what is done with it. */
function play({ fails = false } = {}) {
  const log: string[] = [];
  const listeners: (() => void)[] = [];
  const hearers = new Map<string, () => void>();
  let state: 'off' | 'starting' | 'running' = 'off';
  let starting: Promise<void> | undefined;
  const enter = (next: typeof state): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const launch = async (): Promise<void> => {
    log.push('start');
    enter('starting');
    await new Promise(setImmediate);
    enter(fails ? 'off' : 'running');
    if (fails) throw new Error('It does not start');
  };
  const client: Client = {
    start: () => (starting ??= launch()),
    async stop() {
      assert.equal(state, 'running');
      log.push('stop');
      starting = undefined;
      enter('off');
    },
    needsStop: () => state !== 'off',
    isRunning: () => state === 'running',
    onDidChangeState(listener) {
      listeners.push(listener);
      return { dispose: () => undefined };
    },
    async sendRequest<Result>(method: string) {
      if (state === 'off') throw new Error('Client is not running');
      await starting;
      log.push(method);
      return 'other' as Result;
    },
    onNotification(method, listener) {
      hearers.set(method, listener);
      return { dispose: () => undefined };
    },
    async sendNotification(method) {
      await starting;
      log.push(method);
    },
  };
  const server = new LanguageServer(async () => {
    log.push('create');
    return client;
  });
  return { server, log, end: () => enter('off'), notify: (method: string) => hearers.get(method)?.() };
}

const detect = (server: LanguageServer): Promise<string> => server.ask('xlcfg/detect', { text: '' });

test('nothing is made before something needs it', async () => {
  const { server, log } = play();
  await server.tell('xlcfg/trusted');
  await server.stop();
  assert.equal(server.isRunning, false);
  assert.deepEqual(log, []);
});

test('a question starts the server, and questions at the same time start it once', async () => {
  const { server, log } = play();
  assert.deepEqual(await Promise.all([detect(server), detect(server), server.start()]), ['other', 'other', undefined]);
  assert.deepEqual(log, ['create', 'start', 'xlcfg/detect', 'xlcfg/detect']);
  assert.equal(server.isRunning, true);
});

test('a restart stops what runs, and starts what never ran', async () => {
  const { server, log } = play();
  await server.restart();
  await server.restart();
  assert.deepEqual(log, ['create', 'start', 'stop', 'start']);
});

test('a server that is starting is stopped when it has started', async () => {
  const { server, log } = play();
  await server.start();
  assert.equal(server.isRunning, false);
  await server.stop();
  assert.deepEqual(log, ['create', 'start', 'stop']);
  assert.equal(server.isRunning, false);
});

test('a server that cannot start says so to who asks, again and again', async () => {
  const { server, log } = play({ fails: true });
  await server.start();
  await assert.rejects(detect(server));
  await assert.rejects(detect(server));
  await server.stop();
  assert.deepEqual(log, ['create', 'start']);
});

test('a restart that fails says so, also where it is the first start', async () => {
  const { server } = play({ fails: true });
  await assert.rejects(server.restart());
  await assert.rejects(server.restart());
});

test('one that ended for good is off until a person restarts it', async () => {
  const { server, log, end } = play();
  await detect(server);
  end();
  assert.equal(server.isRunning, false);
  await server.start();
  await assert.rejects(detect(server));
  assert.deepEqual(log, ['create', 'start', 'xlcfg/detect']);
});

test('listeners learn of every start, until they are gone', async () => {
  const { server } = play();
  let starts = 0;
  const registration = server.onDidStart(() => (starts += 1));
  await detect(server);
  await server.restart();
  await detect(server);
  registration.dispose();
  await server.restart();
  assert.equal(starts, 2);
});

test('news reaches a server that is starting', async () => {
  const { server, log } = play();
  await server.start();
  await server.tell('xlcfg/trusted');
  assert.deepEqual(log, ['create', 'start', 'xlcfg/trusted']);
});

test('what the server says reaches who wants to hear it, also before it starts', async () => {
  const { server, notify } = play();
  let heard = 0;
  const hearing = server.hear('xlcfg/domainsChanged', () => (heard += 1));
  await server.start();
  notify('xlcfg/domainsChanged');
  assert.equal(heard, 1);
  hearing.dispose();
  notify('xlcfg/domainsChanged');
  assert.equal(heard, 1);
});
