/** `lost-device-fields`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('lost-device-fields is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vfb = [ "vnc=1,unused,vnclisten=0.0.0.0" ]
#              ^^^^^^^^^^^^^^^^^^^^^^^^ lost-device-fields
`);
});

test('lost-device-fields keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vfb = [ "vnc=1,vnclisten=127.0.0.1" ]
`);
});
