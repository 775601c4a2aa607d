/** `builder-contradicts-type`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of builder-contradicts-type', () => {
  checkFix(
    'builder-contradicts-type',
    `type = "pvh"
builder = "hvm"
name = "web1"
kernel = "/boot/vmlinuz"
`,
    `type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
