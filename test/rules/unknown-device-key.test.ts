/** `unknown-device-key`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of unknown-device-key', () => {
  checkFix(
    'unknown-device-key',
    `name = "web1"
kernel = "/boot/vmlinuz"
usbdev = [ "hostbus=1,hostadr=4" ]
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
usbdev = [ "hostbus=1,hostaddr=4" ]
`,
  );
});
