/** `bare-code-as-pvh-kernel`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('bare-code-as-pvh-kernel is reported where the mark says', () => {
  checkFindings(`type = "pvh"
name = "d"
kernel = "/usr/lib/xen/boot/hvmloader"
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bare-code-as-pvh-kernel
`);
});

test('bare-code-as-pvh-kernel keeps quiet about a right file', () => {
  checkFindings(`type = "pvh"
name = "d"
kernel = "/boot/vmlinuz-6.1.0-amd64"
`);
});
