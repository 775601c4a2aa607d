/** `conflicting-options`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of conflicting-options', () => {
  checkFix(
    'conflicting-options',
    `name = "web1"
kernel = "/boot/vmlinuz"
cmdline = "root=/dev/xvda1 ro"
extra = "quiet"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
cmdline = "root=/dev/xvda1 ro"
`,
  );
});
