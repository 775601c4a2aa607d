/** `add-assign-unsupported`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('add-assign-unsupported is reported where the mark says', () => {
  checkFindings(`# xlcfg: xen=4.12
name = "web1"
kernel = "/boot/vmlinuz"
extra = "quiet"
extra += " ro"
#     ^^ add-assign-unsupported
`);
});

test('add-assign-unsupported keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: xen=4.13
name = "web1"
kernel = "/boot/vmlinuz"
extra = "quiet"
extra += " ro"
`);
});
