/** `deprecated-value-form`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of deprecated-value-form', () => {
  checkFix(
    'deprecated-value-form',
    `name = "web1"
kernel = "/boot/vmlinuz"
tsc_mode = 2
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
tsc_mode = "native"
`,
  );
});
