/** `unknown-builder`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('unknown-builder is reported where the mark says', () => {
  checkFindings(`# xlcfg: xen=4.9
builder = "HVM"
#         ^^^^^ unknown-builder
name = "web1"
kernel = "/boot/vmlinuz"
`);
});

test('unknown-builder keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: xen=4.9
builder = "generic"
name = "web1"
kernel = "/boot/vmlinuz"
`);
});
