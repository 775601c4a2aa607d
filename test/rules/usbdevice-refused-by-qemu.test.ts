/** `usbdevice-refused-by-qemu`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

function found(usbdevice: string, xen = '4.17'): readonly string[] {
  return messagesOf(
    `# xlcfg: xen=${xen}\nname = "d"\nmemory = 512\ntype = "hvm"\nusb = 1\nusbdevice = ${usbdevice}\n`,
    'usbdevice-refused-by-qemu',
  );
}

test('names and devices of the host are told apart', () => {
  assert.deepEqual(found('"usb-kbd"'), ['QEMU stops at `usb-kbd`, which is not a device of `usbdevice`. Did you mean `keyboard`?']);
  assert.equal(found('["tablet", "host:1.4"]').length, 1);
  assert.equal(found('["tablet", "host:1.4"]', '4.16').length, 0);
  assert.equal(found('"wacom-tablet"').length, 0);
});
