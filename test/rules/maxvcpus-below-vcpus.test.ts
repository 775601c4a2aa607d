/** `maxvcpus-below-vcpus`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of maxvcpus-below-vcpus', () => {
  checkFix(
    'maxvcpus-below-vcpus',
    `name = "web1"
kernel = "/boot/vmlinuz"
vcpus = 4
maxvcpus = 2
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
vcpus = 4
maxvcpus = 4
`,
  );
});
