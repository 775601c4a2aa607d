/** `pci-device-not-assignable`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

function found(pci: string, more = ''): readonly string[] {
  return messagesOf(`name = "d"\nmemory = 512\ntype = "hvm"\n${more}\npci = ["${pci}"]\n`, 'pci-device-not-assignable');
}

test('devices are told apart by what the host does with them', () => {
  assert.deepEqual(found('e1:00.0'), []);
  assert.deepEqual(found('0000:e2:0.0'), ['The device is not assignable now: `xl pci-assignable-add 0000:e2:00.0` makes it so']);
  assert.deepEqual(found('e2:00.0,seize=1'), []);
  assert.deepEqual(found('e2:00.0', 'pci_seize = 1'), []);
  assert.equal(found('e2:00.0,seize=0', 'pci_seize = 1').length, 1);
  assert.deepEqual(found('ff:1f.7'), ['This host has no PCI device 0000:ff:1f.7']);
  assert.deepEqual(found('e2:00.*'), [], 'all functions');
  assert.deepEqual(found('03:00.0'), [], 'nobody looked');
});
