/** `unknown-escape`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('unknown-escape is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
extra = "C:\\windows"
#          ^^ unknown-escape
`);
});

test('unknown-escape keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
extra = "C:\\\\windows"
`);
});

test('the fix of unknown-escape', () => {
  checkFix(
    'unknown-escape',
    `name = "web1"
kernel = "/boot/vmlinuz"
extra = "C:\\windows"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
extra = "C:\\\\windows"
`,
  );
});
