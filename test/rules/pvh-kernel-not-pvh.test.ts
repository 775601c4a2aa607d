/** `pvh-kernel-not-pvh`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('pvh-kernel-not-pvh is reported where the mark says', () => {
  checkFindings(`type = "pvh"
name = "d"
kernel = "/boot/memtest86+x64.bin"
#        ^^^^^^^^^^^^^^^^^^^^^^^^^ pvh-kernel-not-pvh
`);
});

test('pvh-kernel-not-pvh keeps quiet about a right file', () => {
  checkFindings(`type = "pvh"
name = "d"
kernel = "/boot/vmlinuz-6.1.0-amd64"
`);
});
