/** `line-continuation`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of line-continuation', () => {
  checkFix(
    'line-continuation',
    `name = "web1"
kernel = "/boot/vmlinuz"
disk = [ \\
  '/dev/vg/web1,raw,xvda,rw' ]
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
disk = [ 
  '/dev/vg/web1,raw,xvda,rw' ]
`,
  );
});
