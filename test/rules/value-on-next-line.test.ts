/** `value-on-next-line`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of value-on-next-line', () => {
  checkFix(
    'value-on-next-line',
    `name = "web1"
kernel = "/boot/vmlinuz"
disk =
[ '/dev/vg/web1,raw,xvda,rw' ]
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
disk = [ '/dev/vg/web1,raw,xvda,rw' ]
`,
  );
});
