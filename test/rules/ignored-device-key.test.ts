/** `ignored-device-key`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of ignored-device-key', () => {
  checkFix(
    'ignored-device-key',
    `name = "web1"
kernel = "/boot/vmlinuz"
vif = [ "brige=xenbr0" ]
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
vif = [ "bridge=xenbr0" ]
`,
  );
});
