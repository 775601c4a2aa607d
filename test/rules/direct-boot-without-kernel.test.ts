/** `direct-boot-without-kernel`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('direct-boot-without-kernel is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
ramdisk = "/boot/initrd.img"
#< direct-boot-without-kernel
`);
});

test('direct-boot-without-kernel keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
kernel = "/boot/vmlinuz"
ramdisk = "/boot/initrd.img"
`);
});

test('the fix of direct-boot-without-kernel', () => {
  checkFix(
    'direct-boot-without-kernel',
    `type = "hvm"
name = "win1"
ramdisk = "/boot/initrd.img"
`,
    `type = "hvm"
name = "win1"
`,
  );
});
