/** `nic-model-without-emulation`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

function found(type: string, vif: string): number {
  return messagesOf(`name = "d"\nmemory = 512\ntype = "${type}"\nkernel = "/k"\nvif = ["${vif}"]\n`, 'nic-model-without-emulation').length;
}

test('HVM domains have the emulated card unless it is left out', () => {
  assert.equal(found('hvm', 'model=e1000'), 0);
  assert.equal(found('hvm', 'type=ioemu,model=e1000'), 0);
  assert.equal(found('hvm', 'type=vif,model=e1000'), 1);
  assert.equal(found('pv', 'bridge=a,model=e1000'), 1);
  assert.equal(found('pv', 'bridge=a'), 0);
});
