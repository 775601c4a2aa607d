/** `hvmloader-as-kernel`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of hvmloader-as-kernel', () => {
  checkFix(
    'hvmloader-as-kernel',
    `type = "hvm"
name = "win1"
kernel = "/usr/lib/xen/boot/hvmloader"
`,
    `type = "hvm"
name = "win1"
`,
  );
});
