/** The questions about a new domain, as the bundled server answers them in a workspace. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { DomainAnswers, NewDomainReply, Requests } from '../../protocol/requests';
import { type ServerSession, startServer } from '../support/language-server';
import { PULLING } from '../support/session-server';
import { makeElf, PV_NOTES, PVH_NOTE } from '../support/tiny-images';

const base = mkdtempSync(join(tmpdir(), 'xlcfg-'));
const workspace = join(base, 'workspace');
const outside = join(base, 'outside');
for (const folder of [join(workspace, 'images'), join(workspace, 'arm'), outside]) mkdirSync(folder, { recursive: true });
writeFileSync(join(workspace, '.xlcfg.json'), '{ "xen": "4.17", "arch": "x86", "roots": { "/boot": "images", "/other": "../outside" } }');
writeFileSync(join(workspace, 'arm/.xlcfg.json'), '{ "xen": "4.21", "arch": "arm" }');
writeFileSync(join(workspace, 'images/vmlinuz-2'), makeElf({ notes: [PVH_NOTE, ...PV_NOTES] }));
writeFileSync(join(workspace, 'images/vmlinuz-1'), makeElf({ notes: PV_NOTES }));
writeFileSync(join(workspace, 'images/notes.txt'), 'no kernel');
writeFileSync(join(outside, 'vmlinuz'), makeElf({ notes: [PVH_NOTE] }));
writeFileSync(join(workspace, 'web.cfg'), 'name = "web"\nmemory = 512\nkernel = "/boot/vmlinuz-2"\nvif = [ "bridge=br7,backend=net" ]\n');
after(() => {
  rmSync(base, { recursive: true });
});

const uriOf = (name: string): string => pathToFileURL(join(workspace, name)).href;

const start = (isTrusted = true): Promise<ServerSession> => startServer(PULLING, {}, { isTrusted }, [pathToFileURL(workspace).href]);

const next = (server: ServerSession, answers: unknown, asked: readonly string[], uri = uriOf('new.cfg')): Promise<NewDomainReply> =>
  server.rpc.sendRequest<NewDomainReply>('xlcfg/newDomain', { uri, answers, asked });

const check = (server: ServerSession, answers: unknown, uri = uriOf('new.cfg')): Promise<Requests['xlcfg/checkAnswers']['result']> =>
  server.rpc.sendRequest('xlcfg/checkAnswers', { uri, answers });

test('it goes from question to question, and says how many there are', async () => {
  const server = await start();
  const asked: string[] = [];
  let answers: DomainAnswers = {};
  let reply = await next(server, answers, asked);
  while (reply.question !== null) {
    assert.ok(asked.length < reply.total);
    const { name, choices, value } = reply.question;
    answers = { ...answers, ...(choices[0]?.answers ?? { [name]: value }) };
    asked.push(name);
    reply = await next(server, answers, asked);
  }
  assert.deepEqual(asked, ['type', 'boot', 'kernel', 'ramdisk', 'name', 'memory', 'vcpus', 'disk', 'cmdline', 'bridge']);
  assert.equal(reply.total, asked.length);
  assert.deepEqual(reply.complaints, []);
  assert.equal(reply.name, 'linux');
  assert.match(reply.text, /^kernel = "\/boot\/vmlinuz-2"\nramdisk = "\/boot\/initrd\.img-2"$/m);
  assert.match(reply.text, /^vif = \[ "bridge=br7" \]$/m);
  await server.stop();
});

test('it knows the bridges and driver domains of other configs', async () => {
  const server = await start();
  const { question } = await next(server, {}, ['type', 'boot', 'kernel', 'ramdisk', 'name', 'memory', 'vcpus', 'disk', 'cmdline']);
  assert.deepEqual(
    question?.choices.map(({ label, answers }) => [label, answers]),
    [
      ['br7', { bridge: 'br7' }],
      ['br7 of net', { bridge: 'br7', backend: 'net' }],
      ['No network', { bridge: 'none' }],
    ],
  );
  await server.stop();
});

test('it looks into the kernels of the host, outside of the workspace only with trust', async () => {
  for (const isTrusted of [true, false]) {
    const server = await start(isTrusted);
    const { question } = await next(server, { type: 'pvh' }, ['type', 'boot']);
    assert.equal(question?.name, 'kernel');
    const own = question.choices.filter(({ label }) => /^\/boot\/vmlinuz-[12]$/.test(label));
    assert.deepEqual(
      own.map(({ label, description }) => `${label} ${description.replace(/:.*/, '')}`),
      ['/boot/vmlinuz-2 boots', '/boot/vmlinuz-1 does not boot'],
    );
    assert.equal(
      question.choices.some(({ label }) => label === '/other/vmlinuz'),
      isTrusted,
    );
    await server.stop();
  }
});

test('the project that a config will belong to says for which Xen it is', async () => {
  const server = await start();
  const arm = await next(server, {}, [], uriOf('arm/new.cfg'));
  assert.equal(arm.question?.name, 'kernel');
  assert.doesNotMatch(arm.text, /^type/m);
  const loose = await next(server, {}, [], 'untitled:new.cfg');
  assert.equal(loose.question?.name, 'xen');
  const chosen = await next(server, loose.question.choices.find(({ label }) => label === '4.9')?.answers, ['xen'], 'untitled:new.cfg');
  assert.deepEqual(
    chosen.question?.choices.map(({ label }) => label),
    ['Linux or BSD, HVM', 'Windows, HVM', 'Linux, PV', 'Linux on Arm'],
  );
  assert.match(chosen.text, /^# xlcfg: xen=4\.9\n/);
  await server.stop();
});

test('answers are judged while they are typed', async () => {
  const server = await start();
  assert.deepEqual(await check(server, { name: 'web2' }), []);
  assert.deepEqual(
    (await check(server, { name: 'a b' })).map(({ question, isError }) => [question, isError]),
    [['name', true]],
  );
  assert.deepEqual(
    (await check(server, { cmdline: 'console = hvc0' })).map(({ question, isError }) => [question, isError]),
    [['cmdline', false]],
  );
  await server.stop();
});

test('what is no answer is none', async () => {
  const server = await start();
  for (const answers of [null, 5, [], { name: 5, memory: null, __proto__: 'x', other: 'y' }]) {
    const { text, complaints } = await next(server, answers, []);
    assert.match(text, /^name = "linux"$/m);
    assert.deepEqual([complaints, await check(server, answers)], [[], []]);
  }
  await server.stop();
});
