/** `bootloader-without-disk`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('bootloader-without-disk is reported where the mark says', () => {
  checkFindings(`name = "web1"
bootloader = "pygrub"
#< bootloader-without-disk
`);
});

test('bootloader-without-disk keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
`);
});
