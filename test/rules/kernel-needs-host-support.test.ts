/** `kernel-needs-host-support`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('kernel-needs-host-support is reported where the mark says', () => {
  checkFindings(`name = "d"
kernel = "/boot/vmlinuz-pv32"
#        ^^^^^^^^^^^^^^^^^^^^ kernel-needs-host-support
`);
});

test('kernel-needs-host-support keeps quiet about a right file', () => {
  checkFindings(`name = "d"
kernel = "/boot/vmlinuz-6.1.0-amd64"
`);
});
