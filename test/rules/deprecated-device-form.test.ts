/** `deprecated-device-form`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('deprecated-device-form is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
disk = [ 'phy:/dev/vg/web1,xvda,w' ]
#         ^^^^^^^^^^^^^^^^^^^^^^^ deprecated-device-form
`);
});

test('deprecated-device-form keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
`);
});

test('the fix of deprecated-device-form', () => {
  checkFix(
    'deprecated-device-form',
    `name = "web1"
kernel = "/boot/vmlinuz"
disk = [ 'phy:/dev/vg/web1,xvda,w' ]
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
disk = [ 'format=raw, vdev=xvda, access=rw, target=/dev/vg/web1' ]
`,
  );
});
