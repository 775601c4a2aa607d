/** `disk-format-mismatch`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('disk-format-mismatch is reported where the mark says', () => {
  checkFindings(`name = "d"
kernel = "/boot/vmlinuz-6.1.0-amd64"
disk = [ "format=raw, vdev=xvda, access=rw, target=/srv/images/disk.qcow2" ]
#                                                  ^^^^^^^^^^^^^^^^^^^^^^ disk-format-mismatch
`);
});

test('disk-format-mismatch keeps quiet about a right file', () => {
  checkFindings(`name = "d"
kernel = "/boot/vmlinuz-6.1.0-amd64"
disk = [ "format=qcow2, vdev=xvda, access=rw, target=/srv/images/disk.qcow2" ]
`);
});
