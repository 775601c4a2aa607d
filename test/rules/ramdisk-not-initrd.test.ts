/** `ramdisk-not-initrd`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('ramdisk-not-initrd is reported where the mark says', () => {
  checkFindings(`name = "d"
kernel = "/boot/vmlinuz-6.1.0-amd64"
ramdisk = "/srv/images/debian.iso"
#         ^^^^^^^^^^^^^^^^^^^^^^^^ ramdisk-not-initrd
`);
});

test('ramdisk-not-initrd keeps quiet about a right file', () => {
  checkFindings(`name = "d"
kernel = "/boot/vmlinuz-6.1.0-amd64"
ramdisk = "/boot/initrd.img"
`);
});
