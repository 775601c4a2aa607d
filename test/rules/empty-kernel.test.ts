/** `empty-kernel`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

function found(settings: string): number {
  return messagesOf(`name = "d"\nmemory = 512\n${settings}\n`, 'empty-kernel').length;
}

test('only what would be opened is reported', () => {
  assert.equal(found('type = "pv"\nkernel = ""'), 1);
  assert.equal(found('type = "pv"\nkernel = ""\nbootloader = "pygrub"\ndisk = ["/d,raw,xvda,w"]'), 0);
  assert.equal(found('type = "hvm"\nkernel = ""'), 0);
  assert.equal(found('type = "pvh"\nkernel = " "'), 0);
});
