/** `missing-name`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of missing-name', () => {
  checkFix(
    'missing-name',
    `memory = 512
kernel = "/boot/vmlinuz"
`,
    `name = "domain1"
memory = 512
kernel = "/boot/vmlinuz"
`,
  );
});
