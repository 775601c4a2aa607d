/** `file-not-found`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('file-not-found is reported where the mark says', () => {
  checkFindings(`name = "d"
kernel = "/boot/no-such-kernel"
#        ^^^^^^^^^^^^^^^^^^^^^^ file-not-found
`);
});

test('file-not-found keeps quiet about a right file', () => {
  checkFindings(`name = "d"
kernel = "/boot/vmlinuz-6.1.0-amd64"
`);
});
