/** `pvh-kernel-not-pvh`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

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

test('pvh-kernel-not-pvh runs a PV kernel behind the shim', () => {
  const config = 'type = "pvh"\nname = "d"\nkernel = "/boot/vmlinuz-pv-only" # ours\n';
  checkFix('pvh-kernel-not-pvh', config, 'type = "pvh"\nname = "d"\nkernel = "/boot/vmlinuz-pv-only"\npvshim = 1 # ours\n');
});
