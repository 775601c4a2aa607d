/** `xlcfg convert` prints a Python config of xm as one for xl. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../support/fake-terminal';

test('a config that can be worked out is printed as it is for xl', async () => {
  const { status, output } = await runCli(['convert', 'a'], { a: 'name = "vm%d" % 3\nmemory = 256 * 2\n' });
  assert.deepEqual([status, output], [0, 'name = "vm3"\nmemory = 512\n']);
});

test('lines that need a decision are counted, and the status tells of them', async () => {
  const { status, output, errors } = await runCli(['convert', 'a'], { a: 'import os\nname = os.name\nmemory = 5\n' });
  assert.equal(status, 1);
  assert.match(output, /^# Converted .*\n# xm: import os\n# xm: name = os\.name\nmemory = 5\n$/);
  assert.equal(errors, 'a: lines that need a decision: 2\n');
});

test('what is no Python config is not printed again', async () => {
  const { status, output, errors } = await runCli(['convert', 'a'], { a: 'name = "a"\n' });
  assert.deepEqual([status, output, errors], [2, '', 'a: this is not a Python config of xm\n']);
  assert.equal((await runCli(['convert', 'none'])).status, 2);
});
