/** `bootloader-args-string`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('bootloader-args-string is reported where the mark says', () => {
  checkFindings(`name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
bootloader_args = "--kernel=/vmlinuz"
#                 ^^^^^^^^^^^^^^^^^^^ bootloader-args-string
`);
});

test('bootloader-args-string keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
bootloader_args = [ "--kernel=/vmlinuz" ]
`);
});

test('the fix of bootloader-args-string', () => {
  checkFix(
    'bootloader-args-string',
    `name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
bootloader_args = "--kernel=/vmlinuz"
`,
    `name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
bootloader_args = [ "--kernel=/vmlinuz" ]
`,
  );
});
