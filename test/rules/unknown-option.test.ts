/** `unknown-option`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of unknown-option', () => {
  checkFix(
    'unknown-option',
    `name = "web1"
kernel = "/boot/vmlinuz"
memroy = 512
vcpu = 2
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
vcpus = 2
`,
  );
});
