/** `refused-device-value`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('refused-device-value is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
disk = [ "format=qcow3, vdev=xvda, target=/srv/web1.img" ]
#                ^^^^^ refused-device-value
`);
});

test('refused-device-value keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
disk = [ "format=qcow2, vdev=xvda, target=/srv/web1.img" ]
`);
});

test('the fix of refused-device-value', () => {
  checkFix(
    'refused-device-value',
    `name = "web1"
kernel = "/boot/vmlinuz"
disk = [ "format=qcow3, vdev=xvda, target=/srv/web1.img" ]
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
disk = [ "format=qcow2, vdev=xvda, target=/srv/web1.img" ]
`,
  );
});
