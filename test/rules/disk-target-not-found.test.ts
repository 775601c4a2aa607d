/** `disk-target-not-found`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('disk-target-not-found is reported where the mark says', () => {
  checkFindings(`name = "d"
kernel = "/boot/vmlinuz-6.1.0-amd64"
disk = [ "format=raw, vdev=xvda, access=rw, target=/srv/images/no-such-disk" ]
#                                                  ^^^^^^^^^^^^^^^^^^^^^^^^ disk-target-not-found
`);
});

test('disk-target-not-found keeps quiet about a right file', () => {
  checkFindings(`name = "d"
kernel = "/boot/vmlinuz-6.1.0-amd64"
disk = [ "format=qcow2, vdev=xvda, access=rw, target=/srv/images/disk.qcow2" ]
`);
});
