/** `e820-host-forced`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('e820-host-forced is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
e820_host = 0
#           ^ e820-host-forced
pci = [ '01:00.0' ]
`);
});

test('e820-host-forced keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
pci = [ '01:00.0' ]
`);
});
