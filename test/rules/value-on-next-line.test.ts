/** `value-on-next-line`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('value-on-next-line is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
disk =
#    ^ value-on-next-line
[ '/dev/vg/web1,raw,xvda,rw' ]
`);
});

test('value-on-next-line keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
disk = [ '/dev/vg/web1,raw,xvda,rw' ]
`);
});

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
