/** `invalid-number`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of invalid-number', () => {
  checkFix(
    'invalid-number',
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512M
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
`,
  );
});
