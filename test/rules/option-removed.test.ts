/** `option-removed`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of option-removed', () => {
  checkFix(
    'option-removed',
    `name = "web1"
kernel = "/boot/vmlinuz"
pvh = 1
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
