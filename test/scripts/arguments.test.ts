/** Names that mean nothing are errors, so that no run passes without having tested what was asked for. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

function run(...args: readonly string[]): readonly [number | null, string] {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return [status, stderr];
}

test('a step that does not exist is an error', () => {
  for (const name of ['units', 'toString']) {
    const [status, message] = run('scripts/test.mjs', 'unit', name);
    assert.equal(status, 2);
    assert.equal(message, `There is no step ${name}; there are types, lint, format, cycles, mutate, package, prepare, unit, vscode\n`);
  }
});

test('a path that matches no test is an error, also beside one that does', () => {
  assert.deepEqual(run('scripts/test-unit.mjs', 'test/rules', 'test/no-such'), [2, 'test/no-such matches no test\n']);
  assert.deepEqual(run('scripts/test-unit.mjs', 'server'), [2, 'server matches no test\n']);
  assert.deepEqual(run('scripts/test-unit.mjs', 'test/vscode'), [2, 'test/vscode runs with: npm test -- vscode\n']);
});

test('our CI demands that nothing is skipped, and the workflow runs it', () => {
  assert.match(readFileSync('.ci/run', 'utf8'), /^export XLCFG_TEST_ALL=1$/m);
  const workflow = readFileSync('.github/workflows/ci.yml', 'utf8');
  assert.match(workflow, /run: bash \.ci\/run$/m);
  assert.match(workflow, /^permissions:\n {2}contents: read\n/m);
  for (const [, uses = ''] of workflow.matchAll(/uses: (.*)/g)) assert.match(uses, /^actions\/[\w-]+@v\d+$/);
});

test('every file is checked out with the line ends that the tests expect', () => {
  assert.match(readFileSync('.gitattributes', 'utf8'), /^\* text=auto eol=lf$/m);
});
