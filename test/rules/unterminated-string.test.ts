/** `unterminated-string`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('unterminated-string is reported where the mark says', () => {
  checkFindings(`name = "web1
#      ^^^^^ unterminated-string
kernel = "/boot/vmlinuz"
`);
});

test('unterminated-string keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
`);
});

test('the fix of unterminated-string', () => {
  checkFix(
    'unterminated-string',
    `name = "web1
kernel = "/boot/vmlinuz"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
