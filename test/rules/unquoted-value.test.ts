/** `unquoted-value`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of unquoted-value', () => {
  checkFix(
    'unquoted-value',
    `name = web1
kernel = "/boot/vmlinuz"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
