/** `check --set` and `--concat`: what is found stands where it was written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../support/fake-terminal';

const BASE = 'name = "a"\nkernel = "/k"\ntype = "pv"\nmemory = 512\n';

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly {
      readonly ruleId: string;
      readonly message: string;
      readonly range: { readonly start: { readonly line: number; readonly character: number } };
      readonly fixes: readonly { readonly edits: readonly { readonly range: { readonly start: { readonly line: number } } }[] }[];
    }[];
  }[];
}

async function check(args: readonly string[], files: Readonly<Record<string, string>>): Promise<Report['files']> {
  const { output } = await runCli(['check', '--format', 'json', ...args], files);
  return (JSON.parse(output) as Report).files;
}

const placesIn = (files: Report['files']): readonly string[] =>
  files.flatMap(({ path, findings }) =>
    findings.map(({ ruleId, range }) => `${path}:${range.start.line}:${range.start.character} ${ruleId}`),
  );

test('lines of --set come last, as xl puts its arguments, and findings in them stand there', async () => {
  const files = await check(['--set', 'memroy=1', '--set', 'on_crash="reboot"', 'a.cfg'], { 'a.cfg': BASE });
  assert.deepEqual(placesIn(files), ['--set:0:0 unknown-option', '--set:1:9 refused-value']);
  assert.deepEqual(
    files.map(({ path }) => path),
    ['a.cfg', '--set'],
  );
});

test('a config without a line feed at its end is not joined with the first line', async () => {
  assert.deepEqual(placesIn(await check(['--set', 'vcpus=2', 'a.cfg'], { 'a.cfg': BASE.trimEnd() })), []);
});

test('what is overridden is overridden on purpose', async () => {
  assert.deepEqual(placesIn(await check(['--set', 'memory=1024', 'a.cfg'], { 'a.cfg': BASE })), []);
  assert.deepEqual(placesIn(await check(['--concat', 'a.cfg', 'b.cfg'], { 'a.cfg': BASE, 'b.cfg': 'memory = 1024\n' })), []);
});

test('what is set twice in a later part is said with its line there', async () => {
  const [, part] = await check(['--concat', 'a.cfg', 'b.cfg'], { 'a.cfg': BASE, 'b.cfg': '\nvcpus = 1\nvcpus = 2\n' });
  assert.deepEqual(
    part?.findings.map(({ message, range, fixes }) => [message, range.start.line, fixes[0]?.edits[0]?.range.start.line]),
    [['`vcpus` is set again on line 3, so this value is lost', 1, 1]],
  );
});

test('parts are one config: what one lacks another has, and places are those of the parts', async () => {
  const parts = { 'a.cfg': 'name = "a"\nmemroy = 1\n', 'b.cfg': 'kernel = "/k"\n\non_crash = "reboot"\n' };
  assert.deepEqual(placesIn(await check(['--concat', 'a.cfg', 'b.cfg'], parts)), ['a.cfg:1:0 unknown-option', 'b.cfg:2:11 refused-value']);
  const { output, status } = await runCli(['check', '--concat', 'a.cfg', 'b.cfg'], parts);
  assert.equal(status, 1);
  assert.match(output, /^b\.cfg:3:12: error: .*\n {4}3 \| on_crash = "reboot"\n/m);
  assert.match(output, /^2 files checked: 1 error, 1 warning/m);
});

test('a part that cannot be read is the whole that cannot be checked', async () => {
  const { status, errors, output } = await runCli(['check', '--concat', 'a.cfg', 'none.cfg'], { 'a.cfg': BASE });
  assert.deepEqual([status, errors], [2, 'none.cfg: no such file\n']);
  assert.match(output, /^0 files checked/);
});

test('what does not go together is said', async () => {
  for (const args of [
    ['--set', 'memory', 'a.cfg'],
    ['--fix', '--set', 'memory=1', 'a.cfg'],
    ['--fix', '--concat', 'a.cfg'],
    ['--watch', '--format', 'json', 'a.cfg'],
  ]) {
    const { status, errors, files } = await runCli(['check', ...args], { 'a.cfg': BASE });
    assert.equal(status, 2, args.join(' '));
    assert.match(errors, /^error: /);
    assert.equal(files.get('a.cfg'), BASE);
  }
});

test('of more findings than are shown, the totals know', async () => {
  const many = 'foo_bar = 1\n'.repeat(1500).replace(/foo_bar/g, (_, index: number) => `opt_${index}`);
  const { output } = await runCli(['check', '--concat', 'a.cfg', 'b.cfg'], { 'a.cfg': BASE, 'b.cfg': many });
  assert.match(output, /2 files checked: 0 errors, 1500 warnings/);
});
