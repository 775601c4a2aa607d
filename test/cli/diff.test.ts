/** `xlcfg diff` and the page of `xlcfg explain`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, service } from '../support/check';
import { runCli } from '../support/fake-terminal';

const TEXT = 'name = "a"\nkernel = "/k"\nmemory = 512\n';
const LIST = JSON.stringify([{ domid: 3, config: service.explain(analyze(TEXT)) }]);
const FILES = {
  'a.cfg': TEXT,
  'b.cfg': TEXT.replace('512', '1024'),
  'c.cfg': TEXT.replace('"a"', '"c"'),
  'd.cfg': 'name =\n',
  'list.json': LIST,
};

const diff = (...args: readonly string[]): ReturnType<typeof runCli> => runCli(['diff', '--running', 'list.json', ...args], FILES);

test('the exit status tells whether they differ', async () => {
  assert.deepEqual([(await diff('a.cfg')).status, (await diff('b.cfg')).status, (await diff('a.cfg', 'b.cfg')).status], [0, 1, 1]);
  for (const path of ['c.cfg', 'd.cfg', 'none.cfg']) assert.equal((await diff(path)).status, 2, path);
});

test('a line for each difference', async () => {
  const { output } = await diff('a.cfg', 'b.cfg', 'c.cfg', 'd.cfg');
  assert.deepEqual(output.split('\n'), [
    'a.cfg: The running domain matches this file.',
    'b.cfg: The running domain differs from this file in 2 places.',
    '  memory: 1024 MiB (1 GiB) in the file, 512 MiB in the running domain',
    '  maxmem: 1024 MiB (1 GiB) in the file, 512 MiB in the running domain',
    'c.cfg: No domain `c` is running.',
    'd.cfg: xl creates no domain from this file, so there is nothing to compare.',
    '',
  ]);
});

test('JSON has the values as libxl has them', async () => {
  const { output } = await diff('--format', 'json', 'b.cfg', 'c.cfg');
  const { version, files } = JSON.parse(output) as {
    readonly version: number;
    readonly files: readonly Readonly<Record<string, unknown>>[];
  };
  assert.equal(version, 1);
  assert.deepEqual(files, [
    {
      path: 'b.cfg',
      name: 'a',
      domid: 3,
      differences: [
        { field: 'b_info.target_memkb', option: 'memory', label: 'memory', file: 1048576, running: 524288 },
        { field: 'b_info.max_memkb', option: 'maxmem', label: 'maxmem', file: 1048576, running: 524288 },
      ],
    },
    { path: 'c.cfg', name: 'c', problem: 'not-running' },
  ]);
});

test('the page', async () => {
  const { output } = await diff('--format', 'markdown', 'b.cfg');
  assert.match(output, /\| `memory` \| 1024 MiB \(1 GiB\) \| 512 MiB \| `b_info\.target_memkb` \|/);
});

test('a list that is none, or not there, and no list', async () => {
  const wrong = await runCli(['diff', '--running', 'list.json', 'a.cfg'], { ...FILES, 'list.json': 'Name ID\n' });
  assert.deepEqual([wrong.status, wrong.output, wrong.errors], [2, '', 'list.json: this is not what `xl list -l` prints\n']);
  assert.equal((await runCli(['diff', '--running', 'none', 'a.cfg'], FILES)).status, 2);
  assert.equal((await runCli(['diff', 'a.cfg'], FILES)).status, 2);
  const piped = await runCli(['diff', '--running', '-', 'a.cfg'], { ...FILES, '-': LIST });
  assert.equal(piped.status, 0);
});

test('explain prints the page for people too', async () => {
  const { status, output } = await runCli(['explain', '--format', 'markdown', 'a.cfg', 'd.cfg'], FILES);
  assert.equal(status, 1);
  assert.match(output, /^# `a`\n\nPV domain on x86/);
  assert.match(output, /\n# The domain\n\n\*\*xl 4\.22 refuses this file/);
});
