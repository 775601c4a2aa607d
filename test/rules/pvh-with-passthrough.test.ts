/** `pvh-with-passthrough`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('pvh-with-passthrough is reported where the mark says', () => {
  checkFindings(`type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
pci = [ '01:00.0' ]
#< pvh-with-passthrough
`);
});

test('pvh-with-passthrough keeps quiet about a right file', () => {
  checkFindings(`type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
passthrough = "disabled"
`);
});
