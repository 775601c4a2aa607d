/** `videoram-refused-by-qemu`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

function found(settings: string): number {
  return messagesOf(`name = "d"\nmemory = 512\ntype = "hvm"\n${settings}\n`, 'videoram-refused-by-qemu').length;
}

test('only the card of QEMU is fixed in its sizes', () => {
  for (const [size, count] of [
    [8, 0],
    [9, 1],
    [16, 0],
    [17, 1],
    [64, 1],
  ])
    assert.equal(found(`videoram = ${size ?? 0}`), count, String(size));
  assert.equal(found('videoram = 4'), 0, 'too small for libxl already');
  assert.equal(found('vga = "qxl"\nvideoram = 256'), 0);
  assert.equal(found('device_model_version = "qemu-xen-traditional"\nvideoram = 32'), 0);
});
