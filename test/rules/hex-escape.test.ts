/** `hex-escape`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of hex-escape', () => {
  checkFix(
    'hex-escape',
    `name = "web1"
kernel = "/boot/vmlinuz"
extra = "a\\x41b"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
extra = "aAb"
`,
  );
});
