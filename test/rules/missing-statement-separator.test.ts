/** `missing-statement-separator`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of missing-statement-separator', () => {
  checkFix(
    'missing-statement-separator',
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512 vcpus = 2
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512 
vcpus = 2
`,
  );
});
