/** `unknown-directive`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('unknown-directive is reported where the mark says', () => {
  checkFindings(`# xlcfg: xen=5.1
#        ^^^^^^^ unknown-directive
name = "web1"
kernel = "/boot/vmlinuz"
`);
});

test('unknown-directive keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: xen=4.17 arch=x86
name = "web1"
kernel = "/boot/vmlinuz"
`);
});
