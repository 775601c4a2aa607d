/** `duplicate-option`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of duplicate-option', () => {
  checkFix(
    'duplicate-option',
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
memory = 1024
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 1024
`,
  );
});
