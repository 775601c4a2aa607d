/** `xend-option`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of xend-option', () => {
  checkFix(
    'xend-option',
    `name = "web1"
kernel = "/boot/vmlinuz"
vncconsole = 1
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
