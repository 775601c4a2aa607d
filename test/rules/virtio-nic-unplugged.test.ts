/** `virtio-nic-unplugged`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

function found(vif: string, more = ''): number {
  return messagesOf(`name = "d"\nmemory = 512\ntype = "hvm"\n${more}\nvif = ["${vif}"]\n`, 'virtio-nic-unplugged').length;
}

test('guests that cannot unplug the card are left alone', () => {
  assert.equal(found('model=virtio-net-pci'), 1);
  assert.equal(found('model=e1000'), 0);
  assert.equal(found('type=vif,model=virtio-net'), 0);
  assert.equal(found('model=virtio-net', 'xen_platform_pci = 0'), 0);
});
