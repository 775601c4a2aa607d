/** `unknown-device-key`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('unknown-device-key is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
usbdev = [ "hostbus=1,hostadr=4" ]
#                     ^^^^^^^ unknown-device-key
`);
});

test('unknown-device-key keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
usbdev = [ "hostbus=1,hostaddr=4" ]
`);
});

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
