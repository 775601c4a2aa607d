/** `malformed-device`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('malformed-device is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
pci = [ '01:00' ]
#        ^^^^^ malformed-device
`);
});

test('malformed-device keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
pci = [ '01:00.0' ]
`);
});
