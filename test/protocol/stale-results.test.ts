/** Nothing that was found out under older circumstances replaces what is newer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LookedAt } from '../../server/src/language-service';
import { defer, type Deferred, makeUpMachine, startOn } from '../support/session-server';

const URI = 'file:///p/a.cfg';
const MISSING: LookedAt = { state: 'missing' };
const WITH_KERNEL = 'name = "a"\nmemory = 512\ntype = "pvh"\nkernel = "/boot/vmlinuz"\n';

/** Looks that wait for the test. */
function slowLooks(): { readonly looks: Deferred<LookedAt>[]; readonly look: () => Promise<LookedAt> } {
  const looks: Deferred<LookedAt>[] = [];
  return {
    looks,
    look: () => {
      const look = defer<LookedAt>();
      looks.push(look);
      return look.promise;
    },
  };
}

/** Lets everything happen that is ready to. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resume) => setImmediate(resume));
}

test('a look that ends after the project file changed leaves the new settings alone', async () => {
  const { looks, look } = slowLooks();
  const machine = makeUpMachine(look);
  const server = await startOn(machine);
  machine.project = '{}';
  server.open(URI, `${WITH_KERNEL}memroy = 1\n`);
  assert.deepEqual(await server.pullCodes(URI), ['unknown-option']);
  machine.project = '{ "allowOptions": ["memroy"] }';
  void server.rpc.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
  assert.deepEqual(await server.pullCodes(URI), []);
  looks[0]?.resolve(MISSING);
  await settle();
  assert.deepEqual(await server.pullCodes(URI), []);
  looks[1]?.resolve(MISSING);
  await settle();
  assert.deepEqual(await server.pullCodes(URI), ['file-not-found']);
  await server.stop();
});

test('a look that ends after the document was closed and opened again leaves the new text alone', async () => {
  const { looks, look } = slowLooks();
  const machine = makeUpMachine(look);
  const server = await startOn(machine);
  server.open(URI, WITH_KERNEL);
  assert.deepEqual(await server.pullCodes(URI), []);
  server.close(URI);
  server.open(URI, 'name = "a"\nkernel = ""\nmemroy = 1\n');
  const codes = await server.pullCodes(URI);
  assert.ok(codes.includes('unknown-option'));
  looks[0]?.resolve(MISSING);
  await settle();
  assert.deepEqual(await server.pullCodes(URI), codes);
  await server.stop();
});

test('a look that ends after the document was closed watches nothing for it', async () => {
  const settings = defer<unknown>();
  const machine = makeUpMachine();
  const server = await startOn(machine, { configure: () => settings.promise });
  server.open(URI, WITH_KERNEL);
  const pulled = server.pullCodes(URI);
  await settle();
  server.close(URI);
  await settle();
  settings.resolve({});
  assert.deepEqual(await pulled, []);
  await settle();
  assert.deepEqual([...machine.watched], []);
  await server.stop();
});

test('an answer for a text that changed meanwhile is one for the new text', async () => {
  const answers: Deferred<unknown>[] = [];
  const machine = makeUpMachine();
  const server = await startOn(machine, {
    configure: () => {
      const answer = defer<unknown>();
      answers.push(answer);
      return answer.promise;
    },
  });
  server.open(URI, `name = "a"\nkernel = ""\nmemroy = 1\n`);
  const pulled = server.pullCodes(URI);
  await settle();
  server.change(URI, 2, '\n');
  await settle();
  for (const answer of answers) answer.resolve({});
  const codes = await pulled;
  assert.ok(!codes.includes('unknown-option'), codes.join());
  await server.stop();
});

test('a text under a version number that was there before is analysed again', async () => {
  const server = await startOn(makeUpMachine());
  server.open(URI, 'name = "a"\nkernel = ""\nmemroy = 1\n');
  assert.ok((await server.pullCodes(URI)).includes('unknown-option'));
  server.change(URI, 1, 'name = "a"\nkernel = ""\n');
  assert.ok(!(await server.pullCodes(URI)).includes('unknown-option'));
  await server.stop();
});

test('a failure to find the settings is not kept', async () => {
  const machine = makeUpMachine();
  machine.findProject = () => Promise.reject(new Error('The disk is away'));
  const server = await startOn(machine);
  server.open(URI, 'name = "a"\nkernel = ""\nmemroy = 1\n');
  await server.pullCodes(URI);
  delete machine.findProject;
  assert.ok((await server.pullCodes(URI)).includes('unknown-option'));
  await server.stop();
});

test('a failure to look into files is not kept, and hides no other finding', async () => {
  const machine = makeUpMachine(() => Promise.reject(new Error('The disk is away')));
  const server = await startOn(machine);
  server.open(URI, `${WITH_KERNEL}memroy = 1\n`);
  assert.deepEqual(await server.pullCodes(URI), ['unknown-option']);
  machine.look = () => Promise.resolve(MISSING);
  machine.changeFiles();
  assert.deepEqual(await server.pullCodes(URI), ['file-not-found', 'unknown-option']);
  await server.stop();
});

test('while somebody types, known files are not looked at again, and what changed in them is seen when typing rests', async () => {
  let found: LookedAt = MISSING;
  let looks = 0;
  const server = await startOn(
    makeUpMachine(() => {
      looks += 1;
      return Promise.resolve(found);
    }),
  );
  server.open(URI, WITH_KERNEL);
  assert.deepEqual(await server.pullCodes(URI), ['file-not-found']);
  found = { state: 'not-checked' };
  for (let version = 2; version < 6; version++) {
    server.change(URI, version, `${WITH_KERNEL}${'#'.repeat(version)}\n`);
    assert.deepEqual(await server.pullCodes(URI), ['file-not-found']);
  }
  assert.equal(looks, 1);
  const start = Date.now();
  while ((await server.pullCodes(URI)).length > 0 && Date.now() - start < 10_000) await new Promise((resume) => setTimeout(resume, 20));
  assert.deepEqual(await server.pullCodes(URI), []);
  assert.equal(looks, 2);
  await server.stop();
});

test('who types faster than files are looked at hears of them too, and no look is begun twice', async () => {
  const looked: string[] = [];
  let answer: (found: LookedAt) => void = () => undefined;
  const server = await startOn(
    makeUpMachine((path) => {
      looked.push(path);
      return new Promise((resolve) => {
        answer = resolve;
      });
    }),
  );
  server.open(URI, WITH_KERNEL);
  for (let version = 2; version < 6; version++) {
    assert.deepEqual(await server.pullCodes(URI), []);
    server.change(URI, version, `${WITH_KERNEL}${'#'.repeat(version)}\n`);
  }
  answer(MISSING);
  assert.deepEqual(await server.pullCodes(URI), ['file-not-found']);
  assert.deepEqual(looked, ['/boot/vmlinuz']);
  await server.stop();
});

test('a path that is new while somebody types is looked at alone', async () => {
  const looked: string[] = [];
  const server = await startOn(
    makeUpMachine((path) => {
      looked.push(path);
      return Promise.resolve(MISSING);
    }),
  );
  server.open(URI, WITH_KERNEL);
  await server.pullCodes(URI);
  server.change(URI, 2, `${WITH_KERNEL}ramdisk = "/boot/initrd"\n`);
  assert.deepEqual(await server.pullCodes(URI), ['file-not-found', 'file-not-found']);
  assert.deepEqual(looked, ['/boot/vmlinuz', '/boot/initrd']);
  await server.stop();
});
