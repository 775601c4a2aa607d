/** How the extension runs xl: a program of the person's, with a text that nobody else can read. */
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { dryRun, listDomain } from '../../client/src/node/run-xl';

const isPosix = process.platform !== 'win32';
const options = { skip: isPosix ? false : 'stand-ins are scripts' };
const folder = mkdtempSync(join(tmpdir(), 'xlcfg-'));
after(() => {
  rmSync(folder, { recursive: true });
});

/** A stand-in that writes down how it was called. */
function standIn(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}`);
  chmodSync(path, 0o755);
  return path;
}

const NEVER = new AbortController().signal;
const REPORT = `printf '%s\\n' "$@" > ${folder}/args; pwd > ${folder}/cwd`;
const reported = (file: string): readonly string[] => readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');

test('a dry run gives xl the text of the editor, in a file for the person alone that is gone afterwards', options, async () => {
  const program = standIn(
    'takes',
    `${REPORT}; cat "$3" > ${folder}/text; ls -l "$3" | cut -c1-10 > ${folder}/mode; ls -ld . | cut -c1-10 >> ${folder}/mode\n`,
  );
  const run = await dryRun(program, { text: 'name = "ä"\n', name: 'web1.cfg', command: 'create' }, NEVER);
  assert.deepEqual(run, { kind: 'finished', status: 0, output: '', messages: '' });
  const [create, quiet, file = ''] = reported('args');
  assert.deepEqual([create, quiet], ['create', '-n']);
  assert.equal(readFileSync(join(folder, 'text'), 'utf8'), 'name = "ä"\n');
  assert.deepEqual(reported('mode'), ['-rw-------', 'drwx------']);
  assert.throws(() => readFileSync(file));
  assert.notEqual(reported('cwd')[0], process.cwd());
});

test('a dry run of the config of a CPU pool asks the command for those', options, async () => {
  await dryRun(standIn('pools', `${REPORT}\n`), { text: 'name = "p"\n', name: 'pool', command: 'cpupool-create' }, NEVER);
  assert.deepEqual(reported('args').slice(0, 2), ['cpupool-create', '-n']);
});

test('its messages speak of the file of the person', options, async () => {
  const program = standIn('refuses', `echo "$3:1: config parsing error" >&2; exit 1\n`);
  const run = await dryRun(program, { text: '', name: 'web1.cfg', command: 'create' }, NEVER);
  assert.deepEqual(run, { kind: 'finished', status: 1, output: '', messages: 'web1.cfg:1: config parsing error\n' });
});

test('no shell reads the name of a domain, and it is no option', options, async () => {
  const program = standIn('lists', `${REPORT}; echo '[]'\n`);
  const name = '--help; $(touch hacked) `id` "\'';
  const run = await listDomain(program, name, NEVER);
  assert.deepEqual(run, { kind: 'finished', status: 0, output: '[]\n', messages: '' });
  assert.deepEqual(reported('args'), ['list', '-l', '--', name]);
});

test('a program that is not there, that is no program, and a path that depends on the folder', options, async () => {
  const none = join(folder, 'none');
  writeFileSync(join(folder, 'data'), '');
  assert.deepEqual(await listDomain(none, 'a', NEVER), { kind: 'missing' });
  assert.deepEqual(await listDomain(join(folder, 'data'), 'a', NEVER), { kind: 'missing' });
  assert.deepEqual(await listDomain('no-such-program-xl', 'a', NEVER), { kind: 'missing' });
  for (const path of ['./xl', 'bin/xl', '..\\xl', '']) assert.deepEqual(await listDomain(path, 'a', NEVER), { kind: 'bad-path' }, path);
});

test('who does not want to know any more ends it', options, async () => {
  const program = standIn('hangs', 'exec sleep 60\n');
  const ending = new AbortController();
  const run = listDomain(program, 'a', ending.signal);
  setTimeout(() => {
    ending.abort();
  }, 50);
  assert.deepEqual(await run, { kind: 'ended' });
});

test('a program that crashes has said what it said', options, async () => {
  const program = standIn('crashes', 'echo said >&2; kill -SEGV $$\n');
  const run = await listDomain(program, 'a', NEVER);
  assert.deepEqual(run, { kind: 'finished', status: 139, output: '', messages: 'said\n' });
});

test('a name with a NUL is none that a program can be given', options, async () => {
  assert.deepEqual(await listDomain('xl', 'a\0b', NEVER), { kind: 'ended' });
});
