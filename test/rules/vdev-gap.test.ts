/** `vdev-gap`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('vdev-gap is reported where the mark says', () => {
  checkFindings(`name = "d"
kernel = "/k"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/a", "format=raw, vdev=xvdc, access=rw, target=/dev/vg/c" ]
#                                                                                ^^^^ vdev-gap
`);
});

test('vdev-gap keeps quiet about a right file', () => {
  checkFindings(`name = "d"
kernel = "/k"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/a", "format=raw, vdev=xvdb, access=rw, target=/dev/vg/c" ]
`);
});
