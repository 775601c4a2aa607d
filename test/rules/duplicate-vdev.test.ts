/** `duplicate-vdev`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('duplicate-vdev is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
disk = [
  "format=raw, vdev=xvda, target=/dev/vg/a",
  "format=raw, vdev=xvda, target=/dev/vg/b",
#                   ^^^^ duplicate-vdev
]
`);
});

test('duplicate-vdev keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
disk = [
  "format=raw, vdev=xvda, target=/dev/vg/a",
  "format=raw, vdev=xvdb, target=/dev/vg/b",
]
`);
});
