/** `missing-list-comma`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of missing-list-comma', () => {
  checkFix(
    'missing-list-comma',
    `name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0' 'bridge=xenbr1' ]
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0', 'bridge=xenbr1' ]
`,
  );
});
