/** `hvm-kernel-not-linux`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('hvm-kernel-not-linux is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
kernel = "/srv/images/debian.iso"
#        ^^^^^^^^^^^^^^^^^^^^^^^^ hvm-kernel-not-linux
`);
});

test('hvm-kernel-not-linux keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
kernel = "/boot/vmlinuz-6.1.0-amd64"
`);
});
