/** `octal-escape`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('octal-escape is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
extra = "a\\1b"
#         ^^ octal-escape
`);
});

test('octal-escape keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
extra = "a\\\\1b"
`);
});

test('the fix of octal-escape', () => {
  checkFix(
    'octal-escape',
    `name = "web1"
kernel = "/boot/vmlinuz"
extra = "a\\1b"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
extra = "a\\\\1b"
`,
  );
});
