/** `read-only-hvm-disk`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('read-only-hvm-disk is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
disk = [ "format=raw, vdev=hda, access=ro, target=/dev/vg/a" ]
#                                      ^^ read-only-hvm-disk
`);
});

test('read-only-hvm-disk keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
disk = [ "format=raw, vdev=hda, access=rw, target=/dev/vg/a" ]
`);
});
