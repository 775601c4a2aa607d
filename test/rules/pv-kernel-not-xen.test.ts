/** `pv-kernel-not-xen`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('pv-kernel-not-xen is reported where the mark says', () => {
  checkFindings(`name = "d"
kernel = "/boot/memtest86+x64.bin"
#        ^^^^^^^^^^^^^^^^^^^^^^^^^ pv-kernel-not-xen
`);
});

test('pv-kernel-not-xen keeps quiet about a right file', () => {
  checkFindings(`name = "d"
kernel = "/boot/vmlinuz-6.1.0-amd64"
`);
});
