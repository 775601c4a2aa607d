/** `host-usb-root-hub`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

function found(setting: string): number {
  return messagesOf(`# xlcfg: xen=4.16\ntype = "hvm"\nname = "d"\nusb = 1\n${setting}\n`, 'host-usb-root-hub').length;
}

test('only device 1 is the root hub', () => {
  assert.equal(found('usbdev = ["hostbus=2,hostaddr=1"]'), 1);
  assert.equal(found('usbdev = ["hostbus=1,hostaddr=11"]'), 0);
  assert.equal(found('usbdevice = "host:1.1"'), 1);
  assert.equal(found('usbdev = ["hostbus=2,hostaddr=1", "hostbus=3,hostaddr=1"]'), 1, 'one finding a domain');
  assert.equal(found('usbdevice = ["tablet", "host:1.10", "host:0001:0001"]'), 0);
});
