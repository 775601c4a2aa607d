/** `unterminated-list`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('unterminated-list is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
disk = [ '/dev/vg/web1,raw,xvda,rw'
#      ^ unterminated-list
memory = 512
`);
});

test('unterminated-list keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
disk = [ '/dev/vg/web1,raw,xvda,rw' ]
memory = 512
`);
});
