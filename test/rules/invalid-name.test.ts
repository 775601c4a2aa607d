/** `invalid-name`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of invalid-name', () => {
  checkFix(
    'invalid-name',
    `name = "web1"
kernel = "/boot/vmlinuz"
Memory = 512
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
`,
  );
});
