/** `wrong-value-type`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of wrong-value-type', () => {
  checkFix(
    'wrong-value-type',
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = "512 MB"
vif = "bridge=xenbr0"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
vif = [ "bridge=xenbr0" ]
`,
  );
});
