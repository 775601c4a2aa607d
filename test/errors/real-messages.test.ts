/** Messages of the real programs are explained, each by its own declaration. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { service } from '../support/check';
import { REAL_MESSAGES } from './real-messages';

test('there are messages of all kinds', () => {
  assert.ok(REAL_MESSAGES.length >= 60);
  const programs = new Set(REAL_MESSAGES.map(([, program]) => program));
  assert.deepEqual([...programs].sort(), ['builder', 'guest', 'hotplug', 'libxl', 'pygrub', 'qemu', 'xen', 'xend', 'xl']);
});

for (const [line, program, meaning] of REAL_MESSAGES) {
  test(line, () => {
    const [first, ...others] = service.explainErrors(line).messages;
    assert.deepEqual(others, []);
    assert.equal(first?.program, program);
    assert.equal(first?.meaning.slice(0, meaning.length), meaning);
    assert.ok((first?.causes.length ?? 0) + (first?.look.length ?? 0) > 0, 'it leads nowhere');
  });
}
