/** `empty-bootloader-args`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('empty-bootloader-args is reported where the mark says', () => {
  checkFindings(`name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
bootloader_args = ""
#                 ^^ empty-bootloader-args
`);
});

test('empty-bootloader-args keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
`);
});

test('the fix of empty-bootloader-args', () => {
  checkFix(
    'empty-bootloader-args',
    `name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
bootloader_args = ""
`,
    `name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
`,
  );
});
