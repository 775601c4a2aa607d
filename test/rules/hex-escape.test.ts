/** `hex-escape`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('hex-escape is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
extra = "a\\x41b"
#         ^^^^ hex-escape
`);
});

test('hex-escape keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
extra = "aAb"
`);
});

test('the fix of hex-escape', () => {
  checkFix(
    'hex-escape',
    `name = "web1"
kernel = "/boot/vmlinuz"
extra = "a\\x41b"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
extra = "aAb"
`,
  );
});
