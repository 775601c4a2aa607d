/** `octal-number`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of octal-number', () => {
  checkFix(
    'octal-number',
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 0512
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
`,
  );
});
