/** `semicolon-in-list`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of semicolon-in-list', () => {
  checkFix(
    'semicolon-in-list',
    `name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0'; 'bridge=xenbr1' ]
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0', 'bridge=xenbr1' ]
`,
  );
});
