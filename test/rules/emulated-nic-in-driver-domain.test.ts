/** `emulated-nic-in-driver-domain`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

function found(vif: string, settings = 'type = "hvm"'): number {
  return messagesOf(`name = "d"\n${settings}\nvif = ["${vif}"]\n`, 'emulated-nic-in-driver-domain').length;
}

test('only an emulated card away from its device model is reported', () => {
  assert.equal(found('backend=net'), 1);
  assert.equal(found('backend=net, type=ioemu'), 0);
  assert.equal(found('backend=0'), 0);
  assert.equal(found('backend=Domain-0'), 0);
  assert.equal(found('backend=net', 'type = "pv"\nkernel = "/k"'), 0);
  assert.equal(found('backend=net', 'type = "hvm"\ndevice_model_stubdomain_override = 1'), 0);
});
