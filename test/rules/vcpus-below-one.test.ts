/** `vcpus-below-one`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of vcpus-below-one', () => {
  checkFix(
    'vcpus-below-one',
    `name = "web1"
kernel = "/boot/vmlinuz"
vcpus = 0
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
vcpus = 1
`,
  );
});
