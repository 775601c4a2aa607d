/** The commands of the editor with the real xl: what it prints of a text is put where the text causes it. */
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { dryRun, type XlRun } from '../../client/src/node/run-xl';
import { analyze, DEFAULT_SETTINGS, service } from '../support/check';
import { needsRealXl, prepared, REAL_TARGET } from '../support/real-xl';

const folder = mkdtempSync(join(tmpdir(), 'xlcfg-'));
const program = join(folder, 'xl');
before(() => {
  // The host is played for xl alone.
  const variables = `LD_LIBRARY_PATH='${prepared.libraryPath ?? ''}' LD_PRELOAD='${prepared.shim ?? ''}'`;
  writeFileSync(program, `#!/bin/sh\n${variables} exec '${prepared.xl ?? ''}' "$@"\n`);
  chmodSync(program, 0o755);
});
after(() => {
  rmSync(folder, { recursive: true });
});

async function run(text: string, command: 'create' | 'cpupool-create' = 'create'): Promise<Extract<XlRun, { kind: 'finished' }>> {
  const done = await dryRun(program, { text, name: 'web1.cfg', command }, new AbortController().signal);
  assert.ok(done.kind === 'finished', done.kind);
  return done;
}

test('xl takes a right config, and prints the domain', needsRealXl, async () => {
  const { status, output } = await run('name = "a"\ntype = "pvh"\nkernel = "/k"\nmemory = 512\n');
  assert.equal(status, 0);
  assert.match(output, /"target_memkb": 524288/);
});

test('xl takes the config of a CPU pool, and refuses a wrong one', needsRealXl, async () => {
  const right = await run('name = "p"\nsched = "rtds"\ncpus = "4-7"\n', 'cpupool-create');
  assert.deepEqual([right.status, /number of cpus: (\d+)/.exec(right.output)?.[1]], [0, '4']);
  const wrong = await run('name = "p"\nsched = "fifo"\n', 'cpupool-create');
  assert.deepEqual([wrong.status, wrong.messages.trimEnd().split('\n').at(-1)], [1, 'Unknown scheduler']);
});

const REFUSED: readonly (readonly [what: string, text: string, place: string])[] = [
  ['the syntax', 'name = "a"\ntype = "hvm"\nmemory = 512M\n', '512M'],
  ['a value', 'name = "a"\ntype = "hvm"\nmemory = 512\non_crash = "reboot"\n', '"reboot"'],
  ['a device', 'name = "a"\ntype = "hvm"\nmemory = 512\ndisk = [ "/dev/a,raw,xvda,rw,colour=red" ]\n', 'colour'],
];

for (const [what, text, place] of REFUSED) {
  test(`what xl refuses about ${what} is found in the text`, needsRealXl, async () => {
    const { status, messages } = await run(text);
    assert.equal(status, 1);
    assert.doesNotMatch(messages, /xlcfg-/, 'it speaks of the file of the person');
    const { messages: explained } = service.explainErrors(messages, analyze(text, { ...DEFAULT_SETTINGS, target: REAL_TARGET }));
    const ranges = explained.filter(({ isWarning }) => !isWarning).flatMap(({ causes }) => causes.flatMap(({ range }) => range ?? []));
    const lines = ranges.map(({ start }) => text.slice(0, start).split('\n').length);
    assert.equal(lines[0], text.slice(0, text.indexOf(place)).split('\n').length, messages);
  });
}
