/** `misread-device-value`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('misread-device-value is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vfb = [ "vnc=yes" ]
#            ^^^ misread-device-value
`);
});

test('misread-device-value keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vfb = [ "vnc=1" ]
`);
});
