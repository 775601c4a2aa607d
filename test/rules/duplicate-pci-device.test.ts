/** `duplicate-pci-device`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('duplicate-pci-device is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
pci = [ '01:00.0', '0000:01:00.0' ]
#                   ^^^^^^^^^^^^ duplicate-pci-device
`);
});

test('duplicate-pci-device keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
pci = [ '01:00.0', '01:00.1' ]
`);
});
