/** `typographic-quotes`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of typographic-quotes', () => {
  checkFix(
    'typographic-quotes',
    `name = “web1”
kernel = "/boot/vmlinuz"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
