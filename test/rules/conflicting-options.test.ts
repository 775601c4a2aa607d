/** `conflicting-options`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('conflicting-options is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
cmdline = "root=/dev/xvda1 ro"
extra = "quiet"
#< conflicting-options
`);
});

test('conflicting-options keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
cmdline = "root=/dev/xvda1 ro quiet"
`);
});

test('the fix of conflicting-options', () => {
  checkFix(
    'conflicting-options',
    `name = "web1"
kernel = "/boot/vmlinuz"
cmdline = "root=/dev/xvda1 ro"
extra = "quiet"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
cmdline = "root=/dev/xvda1 ro"
`,
  );
});
