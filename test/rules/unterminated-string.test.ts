/** `unterminated-string`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of unterminated-string', () => {
  checkFix(
    'unterminated-string',
    `name = "web1
kernel = "/boot/vmlinuz"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
