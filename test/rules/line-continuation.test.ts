/** `line-continuation`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('line-continuation is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
disk = [ \\
#        ^ line-continuation
  '/dev/vg/web1,raw,xvda,rw' ]
`);
});

test('line-continuation keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
disk = [
  '/dev/vg/web1,raw,xvda,rw' ]
`);
});

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
