/** `list-nesting-too-deep`, beside the examples of its page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countFindings } from '../support/check';

test('list-nesting-too-deep is reported where the stack of xl is full', () => {
  const nest = (depth: number): string => `name = "web1"\nkernel = "/boot/vmlinuz"\ny = ${'['.repeat(depth)}${']'.repeat(depth)}\n`;
  assert.equal(countFindings(nest(4996), 'list-nesting-too-deep'), 0);
  assert.equal(countFindings(nest(4997), 'list-nesting-too-deep'), 1);
});
