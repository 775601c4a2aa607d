/** `missing-device-key`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('missing-device-key is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
disk = [ "format=raw, target=/dev/vg/web1" ]
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-device-key
`);
});

test('missing-device-key keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
`);
});

test('the fix of missing-device-key takes a name that is free', () => {
  checkFix(
    'missing-device-key',
    'name = "a"\nkernel = "/k"\ndisk = [ "vdev=xvda,target=/a", "format=raw, target=/b" ]\n',
    'name = "a"\nkernel = "/k"\ndisk = [ "vdev=xvda,target=/a", "vdev=xvdb,format=raw, target=/b" ]\n',
  );
});
