/** `vnc-password-too-long`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

function found(settings: string): number {
  return messagesOf(`name = "d"\nkernel = "/k"\n${settings}\n`, 'vnc-password-too-long').length;
}

test('eight characters count, also in a framebuffer', () => {
  assert.equal(found('type = "hvm"\nvncpasswd = "12345678"'), 0);
  assert.equal(found('type = "hvm"\nvncpasswd = "123456789"'), 1);
  assert.equal(found('type = "pv"\nvfb = ["vncpasswd=123456789"]'), 1);
  assert.equal(found('type = "hvm"\nvfb = ["vncpasswd=123456789"]'), 0);
});
