/** `octal-escape`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of octal-escape', () => {
  checkFix(
    'octal-escape',
    `name = "web1"
kernel = "/boot/vmlinuz"
extra = "a\\1b"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
extra = "a\\\\1b"
`,
  );
});
