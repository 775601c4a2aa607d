/** `bootloader-with-path`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('bootloader-with-path is reported where the mark says', () => {
  checkFindings(`name = "web1"
bootloader = "/usr/bin/pygrub"
#            ^^^^^^^^^^^^^^^^^ bootloader-with-path
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
`);
});

test('bootloader-with-path keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
`);
});

test('the fix of bootloader-with-path', () => {
  checkFix(
    'bootloader-with-path',
    `name = "web1"
bootloader = "/usr/bin/pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
`,
    `name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
`,
  );
});
