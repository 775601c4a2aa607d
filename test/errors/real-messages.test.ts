/**
 * Messages of the real programs are explained, each by its own declaration. The file has one of each kind, from xl 4.17
 * over made-up configs and from reports of people; below each stands who says it, and how its explanation begins.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { service } from '../support/check';

const ENTRY = /^(\S.*)\n {2}(\w+): (.*)$/gm;
const REAL_MESSAGES = [...readFileSync('test/errors/real-messages.txt', 'utf8').matchAll(ENTRY)].map(
  ([, line = '', program = '', meaning = '']) => ({
    line,
    program,
    meaning,
  }),
);

test('there are messages of all programs', () => {
  assert.ok(REAL_MESSAGES.length >= 150);
  const programs = new Set(REAL_MESSAGES.map(({ program }) => program));
  assert.deepEqual([...programs].sort(), ['builder', 'guest', 'hotplug', 'libxl', 'pygrub', 'qemu', 'xen', 'xend', 'xl']);
});

for (const { line, program, meaning } of REAL_MESSAGES) {
  test(line, () => {
    const [first, ...others] = service.explainErrors(line).messages;
    assert.ok(first !== undefined);
    assert.deepEqual(others, []);
    assert.equal(first.program, program);
    assert.equal(first.meaning.slice(0, meaning.length), meaning);
    assert.ok(first.causes.length + first.look.length > 0, 'it leads nowhere');
  });
}
