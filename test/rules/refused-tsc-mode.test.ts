/** `refused-tsc-mode`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('refused-tsc-mode is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
tsc_mode = "native_paravirt"
#          ^^^^^^^^^^^^^^^^^ refused-tsc-mode
`);
});

test('refused-tsc-mode keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
tsc_mode = "native"
`);
});
