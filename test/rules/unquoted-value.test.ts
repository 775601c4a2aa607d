/** `unquoted-value`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('unquoted-value is reported where the mark says', () => {
  checkFindings(`name = web1
#      ^^^^ unquoted-value
kernel = "/boot/vmlinuz"
`);
});

test('unquoted-value keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
`);
});

test('the fix of unquoted-value', () => {
  checkFix(
    'unquoted-value',
    `name = web1
kernel = "/boot/vmlinuz"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
