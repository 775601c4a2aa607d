/** `unknown-escape`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of unknown-escape', () => {
  checkFix(
    'unknown-escape',
    `name = "web1"
kernel = "/boot/vmlinuz"
extra = "C:\\windows"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
extra = "C:\\\\windows"
`,
  );
});
